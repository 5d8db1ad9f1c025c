import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transforms } from '../../transforms/index.js';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';

beforeAll(() => buildCommandLine());
afterAll(() => removeFolders());

const RUN = 'import asyncio\n\n\nasync def main():\n    return asyncio.get_event_loop()\n\n\nasyncio.run(main())\n';

const OWN = `import { defineTransform, replace, rewrite } from 'loopshift';
import { QUOTE } from './quote.js';

interface Options { readonly word: string; readonly times: number; readonly loud: boolean; readonly more: readonly string[] }

export default defineTransform<Options>({
  name: 'greet',
  summary: 'say something else',
  options: {
    word: { summary: 'what', default: 'hello' },
    times: { summary: 'how often', default: 1 },
    loud: { summary: 'with an exclamation mark', default: false },
    more: { summary: 'what else', default: [] },
  },
  *apply(module, { word, times, loud, more }: Options) {
    for (const { node } of module.methodCalls('greet')) {
      const text = [...Array<string>(times).fill(word), ...more].join(' ') + (loud ? '!' : '');
      yield rewrite(node, 'greet', [replace(node, QUOTE + text + QUOTE)]);
    }
  },
});
`;

const own = { 'own/greet.ts': OWN, 'own/quote.ts': 'export const QUOTE: string = "\'";\n' };

describe('run', () => {
  it('applies a named transform, and nothing else', () => {
    const folder = makeFolder({ 'a.py': RUN });
    const { code, out } = loopshift(['run', 'asyncio-run-to-await', 'a.py'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('-asyncio.run(main())\n+await main()\n');
    expect(out).not.toContain('get_running_loop');
  });

  it('applies several in one pass, as one diff', () => {
    const folder = makeFolder({ 'a.py': RUN });
    const names = 'get-event-loop-to-get-running-loop,asyncio-run-to-await';
    const { out, err } = loopshift(['run', names, 'a.py'], { cwd: folder });
    expect(out.match(/^diff /gm)).toHaveLength(1);
    expect(out).toContain('+    return asyncio.get_running_loop()\n');
    expect(out).toContain('+await main()\n');
    expect(err).toContain('1 file would change');
    expect(loopshift(['run', names, '--write', 'a.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(
      RUN.replace('get_event', 'get_running').replace('asyncio.run(', 'await ').replace('())\n', '()\n'),
    );
  });

  it('takes twins of your own from the command line and the configuration', () => {
    const text = 'from pkg import Client\n\nprint(Client().fetch("a"))\n';
    const configured = '[tool.loopshift]\ntwins = ["pkg.Client.fetch:afetch"]\n';
    const folder = makeFolder({ 'a.py': text, 'own/pyproject.toml': configured, 'own/a.py': text });
    const run = (...args: string[]) =>
      loopshift(['run', 'sync-twin-to-await', '--unsafe', ...args], { cwd: folder }).out;
    expect(run('--twin', 'pkg.Client.fetch:afetch', '.')).toContain('+print(await Client().afetch("a"))\n');
    expect(run('own')).toContain('+print(await Client().afetch("a"))\n');
    expect(run('a.py')).toBe('');
  });

  it('finds nothing to do the second time', () => {
    const folder = makeFolder({ 'a.py': 'await main()\n' });
    expect(loopshift(['run', 'asyncio-run-to-await', '--check', 'a.py'], { cwd: folder }).code).toBe(0);
  });

  it('loads a transform of your own, TypeScript with imports of its own, where loopshift is not installed', () => {
    const folder = makeFolder({ ...own, 'src/a.py': 'x = friend.greet()\n' });
    const { code, out } = loopshift(['run', './own/greet.ts', 'src'], { cwd: folder });
    expect([code, out]).toEqual([0, expect.stringContaining("+x = 'hello'\n")]);
  });

  it.each([
    ['ES modules', 'a.mjs', "import { defineTransform } from 'loopshift';\nexport default defineTransform({"],
    ['CommonJS', 'a.cjs', "const { defineTransform } = require('loopshift');\nmodule.exports = defineTransform({"],
  ])('takes JavaScript, as %s', (_, name, head) => {
    const body =
      "name: 'own', summary: '', *apply() { yield { kind: 'diagnostic', at: { start: 0, end: 1 }, code: 'MY001', severity: 'error', message: 'seen' } } });\n";
    const folder = makeFolder({ [name]: `${head}${body}`, 'a.py': 'x = 1\n' });
    const { code, err } = loopshift(['run', `./${name}`, 'a.py'], { cwd: folder });
    expect([code, err]).toEqual([0, expect.stringContaining('a.py:1:1 MY001 seen')]);
  });

  it('hands options to the transform that is named', () => {
    const folder = makeFolder({ ...own, 'a.py': 'x = friend.greet()\n' });
    const options = ['word=hi, you', 'times=2', 'loud', 'more=a,b'].flatMap((each) => ['--option', `greet.${each}`]);
    const { out } = loopshift(['run', './own/greet.ts', 'a.py', ...options], { cwd: folder });
    expect(out).toContain("+x = 'hi, you hi, you a b!'\n");
  });

  it('reports a transform that fails, file by file, and goes on', () => {
    const bad = "export default { name: 'bad', summary: '', apply() { throw new Error('oh no') } };\n";
    const folder = makeFolder({ 'bad.mjs': bad, 'a.py': 'x = 1\n', 'b.py': 'y = 1\n' });
    const { code, err } = loopshift(['run', './bad.mjs', '.'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('a.py:1:1 LS903 the transform `bad` failed: oh no');
    expect(err).toContain('b.py:1:1 LS903');
    const debug = loopshift(['run', './bad.mjs', 'a.py'], { cwd: folder, env: { LOOPSHIFT_DEBUG: '1' } });
    expect(debug.err).toMatch(/bad\.mjs:1:\d+/);
  });

  it.each([
    [['run'], 'run needs a transform'],
    [['run', 'asyncio-run-to-awai'], 'no transform `asyncio-run-to-awai`; did you mean `asyncio-run-to-await`?'],
    [['run', './none.ts'], './none.ts: Cannot find module'],
    [['run', './a.py.js'], 'its default export is no transform'],
    [['run', 'asyncio-run-to-await', '--to', 'script'], 'unknown option `--to`'],
    [['run', 'sync-twin-to-await', '--option', 'twins'], '`twins` is not NAME.KEY=VALUE'],
    [['run', 'sync-twin-to-await', '--option', 'sync.twins=1'], '`sync` is not run'],
    [['run', 'sync-twin-to-await', '--twin', 'fetch'], '--twin: `fetch` is not package.Class.method:twin'],
  ])('%j is refused', (args, message) => {
    const folder = makeFolder({ 'a.py.js': 'export default 1;\n' });
    const { code, err } = loopshift(args, { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err.trimEnd()).not.toContain('\n');
  });

  it('refuses an option value of the wrong kind', () => {
    const folder = makeFolder({ ...own, 'a.py': 'x = 1\n' });
    const run = (option: string) =>
      loopshift(['run', './own/greet.ts', '--option', option, 'a.py'], { cwd: folder }).err;
    expect(run('greet.tims=2')).toContain('`greet` has no option `tims`; did you mean `times`?');
    expect(run('greet.times=two')).toContain('must be a number');
    expect(run('greet.loud=very')).toContain('must be true or false');
    expect(run('greet.word')).toContain('needs a value');
  });
});

describe('new', () => {
  it('writes a transform that does what its case says', () => {
    const folder = makeFolder({});
    expect(loopshift(['new', 'transform', 'use-pathlib'], { cwd: folder }).code).toBe(0);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const input = '__testfixtures__/use-pathlib/plain.input.py';
    const wanted = read('__testfixtures__/use-pathlib/plain.output.py');
    expect(loopshift(['run', './transforms/use-pathlib.ts', '-w', '.'], { cwd: folder }).code).toBe(0);
    expect(read(input)).toBe(wanted);
    expect(read('__tests__/use-pathlib.test.mjs')).toContain("defineTest(import.meta.dirname, 'use-pathlib');");
  });

  it.each([
    [['new'], 'new makes a transform'],
    [['new', 'transform', 'Use Pathlib'], 'is no name'],
  ])('%j is refused', (args, message) => {
    expect(loopshift(args, { cwd: makeFolder({}) })).toMatchObject({ code: 2, err: expect.stringContaining(message) });
  });

  it('overwrites nothing', () => {
    const folder = makeFolder({ '__tests__/a.test.mjs': 'mine' });
    const { code, err } = loopshift(['new', 'transform', 'a'], { cwd: folder });
    expect([code, err]).toEqual([2, expect.stringContaining('is there already; nothing was written')]);
    expect(Object.keys(contents(folder))).toEqual(['__tests__/a.test.mjs']);
  });
});

describe('completion', () => {
  const complete = (...words: string[]) =>
    loopshift(['--complete', ...words])
      .out.trimEnd()
      .split('\n');

  it.each([
    ['commands', [''], 'convert'],
    ['transforms', ['run', ''], transforms[0]?.name],
    ['targets', ['convert', '--to', ''], 'portable'],
    ['options', ['convert', '--'], '--no-bridge'],
    ['codes', ['explain', ''], 'LS201'],
    ['lists', ['list', ''], 'transforms'],
  ])('names %s', (_, words, found) => expect(complete(...words)).toContain(found));

  it('leaves files to the shell', () => expect(complete('convert', '')).toEqual(['']));

  it.each(['bash', 'zsh', 'fish'])('has a script for %s', (shell) => {
    expect(loopshift(['completion', shell])).toMatchObject({
      code: 0,
      out: expect.stringContaining('loopshift --complete'),
    });
  });
});
