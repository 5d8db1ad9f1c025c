import {
  buildCommandLine,
  commandLine,
  contents,
  git,
  loopshift,
  makeFolder,
  removeFolders,
} from '../support/command-line.js';
import { notebook } from '../support/notebook.js';
import { hasTerminal, runOnTerminal, type TerminalRun } from '../support/pty.js';

const SCRIPT =
  'import asyncio\n\n\nasync def main(n=1):\n    return n\n\n\nx = asyncio.run(main())\ny = asyncio.run(main(2))\n';
const DEMO = notebook(
  'import asyncio\nimport nest_asyncio\nnest_asyncio.apply()\n',
  'async def main(n):\n    return n\n\ndef load(n):\n    return asyncio.run(main(n))',
  'print(load(1))',
  'print(asyncio.run(main(2)))',
);
/** The last line of a question that waits for a key. */
const MARK = 'what was accepted is written';

beforeAll(buildCommandLine);
afterAll(removeFolders);

/** Answers with one key after the other. */
function answer(cwd: string, keys: readonly string[], ...args: readonly string[]): TerminalRun {
  const all = args.length === 0 ? ['convert', '-i', '--to', 'notebook', '.'] : args;
  return runOnTerminal([process.execPath, commandLine(), ...all], { cwd, keys, mark: MARK });
}

const onTerminal = hasTerminal ? describe : describe.skip;

onTerminal(`--interactive on a terminal${hasTerminal ? '' : ' (no Python here that could make one)'}`, () => {
  it('writes what is accepted, and keeps the imports of the rest', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = answer(folder, ['n', 'y']);
    expect(run.code).toBe(0);
    expect(run.shown).toContain('Convert? (1 of 2 in a.py)');
    expect(run.shown).toContain('Convert? (2 of 2 in a.py)');
    expect(run.shown).toContain('changed a.py');
    expect(contents(folder)['a.py']).toBe(SCRIPT.replace('asyncio.run(main(2))', 'await main(2)'));
  });

  it('shows what hangs together, over cells, and asks about nest_asyncio when nothing needs it any more', () => {
    const folder = makeFolder({ 'demo.ipynb': DEMO });
    const run = answer(folder, ['y', 'y', 'n']);
    expect(run.shown).toContain('async def load  demo.ipynb:cell 2:4:1');
    expect(run.shown).toContain('+print(await load(1))');
    expect(run.shown).toContain('remove `nest_asyncio`');
    const { 'demo.ipynb': text = '' } = contents(folder);
    expect(text).toContain('nest_asyncio.apply()');
    expect(text).toContain('print(await load(1))');
    expect(text).toContain('print(await main(2))');
    const other = makeFolder({ 'demo.ipynb': DEMO });
    expect(answer(other, ['y', 'n']).shown).not.toContain('remove `nest_asyncio`');
    expect(contents(other)['demo.ipynb']).toContain('nest_asyncio.apply()');
  });

  it('takes everything behind an `a`, in later files too, and nothing behind a `q`', () => {
    const files = { 'a.py': SCRIPT, 'b.py': SCRIPT };
    const all = makeFolder(files);
    expect(answer(all, ['n', 'a']).code).toBe(0);
    const half = SCRIPT.replace('asyncio.run(main(2))', 'await main(2)');
    expect(Object.values(contents(all)).map((text) => text.match(/await/g)?.length)).toEqual([1, 2]);
    expect(contents(all)['a.py']).toBe(half);
    const some = makeFolder(files);
    const run = answer(some, ['y', 'q']);
    expect([run.code, run.shown]).toEqual([0, expect.stringContaining('quit: 1 of 2 files done')]);
    expect(contents(some)).toEqual({ 'a.py': SCRIPT.replace('asyncio.run(main())', 'await main()'), 'b.py': SCRIPT });
  });

  it('leaves the file in hand alone on Ctrl-C, and keeps those before it', () => {
    const folder = makeFolder({ 'a.py': SCRIPT, 'b.py': SCRIPT });
    const run = answer(folder, ['y', 'y', 'y', '\u0003']);
    expect([run.code, run.shown]).toEqual([130, expect.stringContaining('interrupted: 1 of 2 files done')]);
    const { 'a.py': first, 'b.py': second } = contents(folder);
    expect([first?.includes('asyncio'), second]).toEqual([false, SCRIPT]);
  });

  it('takes no answer that was given before its question', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const command = [process.execPath, commandLine(), 'convert', '-i', '--to', 'notebook', '.'];
    expect(runOnTerminal(command, { cwd: folder, early: 'y', keys: ['n', 'n'], mark: MARK }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(SCRIPT);
    expect(runOnTerminal(command, { cwd: folder, early: 'y', keys: ['y', 'n'], mark: MARK }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(SCRIPT.replace('asyncio.run(main())', 'await main()'));
  });

  it('takes Enter for a no', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const { code, shown } = answer(folder, ['\r', '\r']);
    expect(code).toBe(0);
    // What follows a question that was answered is the answer.
    expect([...shown.matchAll(/◇ {2}Convert\? .*\s+│\s+(.+)/g)].map(([, said]) => said?.trim())).toEqual([
      'no, leave it as it is',
      'no, leave it as it is',
    ]);
    expect(contents(folder)).toEqual({ 'a.py': SCRIPT });
  });

  it('puts what was accepted into a patch that can be undone', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    git(folder, 'init', '-q');
    answer(folder, ['y', 'n'], 'convert', '-i', '--to', 'notebook', '--patch', 'x.patch', 'a.py');
    expect(contents(folder)['a.py']).toContain('x = await main()\ny = asyncio.run(main(2))');
    expect(loopshift(['undo', 'x.patch'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(SCRIPT);
  });

  it('asks about the rewrites of a transform of your own', () => {
    const own = `import { defineTransform, rewrite, replace } from 'loopshift';
export default defineTransform({ name: 'one', summary: 's', *apply(module) {
  for (const node of module.find('integer')) yield rewrite(node, 'say one', [replace(node, '7')]);
} });
`;
    const folder = makeFolder({ 'one.ts': own, 'a.py': 'a = 1\nb = 2\n' });
    expect(answer(folder, ['n', 'y'], 'run', '-i', './one.ts', 'a.py').shown).toContain('a.py:2:5: say one');
    expect(contents(folder)['a.py']).toBe('a = 1\nb = 7\n');
  });
});

describe('--interactive', () => {
  it.each([
    [['.'], 'asks on a terminal, and stdin or stdout is none; --write converts without questions'],
    [['--check', '.'], 'writes what is accepted, and --check writes nothing'],
    [['-'], 'is for files, and not for -'],
    [['--json', '.'], 'asks on the terminal, which json output would break'],
    [['-o', 'b.ipynb', 'a.py'], 'is of changes in place'],
    [['--files-from', '-'], 'reads answers from stdin, which holds the list of files'],
  ])('is refused with %j', (args, message) => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = loopshift(['convert', '-i', '--to', 'notebook', ...args], { cwd: folder, input: 'y\ny\n' });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(`loopshift: --interactive ${message}`);
    expect(contents(folder)).toEqual({ 'a.py': SCRIPT });
  });

  it('is refused for several transforms, and unknown to scan', () => {
    const names = 'asyncio-run-to-await,remove-nest-asyncio';
    expect(loopshift(['run', '-i', names, '.']).err).toMatch(/^loopshift: --interactive asks /);
    expect(loopshift(['scan', '-i', '.']).err).toBe('loopshift: unknown option `-i`\n');
  });
});
