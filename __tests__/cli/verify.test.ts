import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { atLeast } from '../../src/python/version.js';
import { buildCommandLine, contents, loopshift, makeFolder, type Run, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';
import { findPythons } from '../support/pythons.js';

const SCRIPT = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n';

/** Parses, and no Python compiles it. */
const BREAKING = `import { defineTransform, replace, rewrite } from 'loopshift';

export default defineTransform({
  name: 'breaking',
  summary: 'return outside of a function',
  *apply(module) {
    for (const call of module.calls('broken.call')) {
      yield rewrite(call.node.parent, 'break it', [replace(call.node.parent, 'return 1')]);
    }
  },
});
`;

const pythons = findPythons();
const python = pythons.findLast(({ version }) => atLeast(version, '3.8'));
const old = pythons.find(({ version }) => !atLeast(version, '3.8'));

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('without a CPython', () => {
  it('--verify says so, and does nothing', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = loopshift(['convert', '-w', '--verify', '--to', 'notebook', 'a.py'], {
      cwd: folder,
      env: { PATH: '/no/such/directory' },
    });
    expect([run.code, run.out, run.err]).toEqual([
      2,
      '',
      'loopshift: --verify: no CPython found on PATH; name one with --verify-with PATH, or leave --verify away\n',
    ]);
    expect(contents(folder)['a.py']).toBe(SCRIPT);
  });

  it.each([
    ['./nowhere', 'there is no program ./nowhere'],
    ['nowhere', 'there is no program nowhere'],
    [process.execPath, `${process.execPath} is no CPython 3.6 or later: it ended with 9`],
  ])('--verify-with %s says so', (path, message) => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = loopshift(['convert', '--verify-with', path, 'a.py'], { cwd: folder });
    expect([run.code, run.out, run.err]).toEqual([2, '', `loopshift: --verify-with: ${message}\n`]);
  });
});

const withShebang = process.platform === 'win32' ? it.skip : it;

describe('a CPython that gives no answer', () => {
  const HELLO = `console.log(JSON.stringify({ implementation: 'CPython', version: [3, 12, 0] }));`;

  withShebang.each([
    ['dies', `process.stdin.once('data', () => process.exit(7));`, 'it ended with 7'],
    [
      'talks nonsense',
      `process.stdin.on('data', () => console.log('Segmentation fault'));`,
      'it answers with something else',
    ],
  ])('that %s: nothing is written, and the run goes on', (_, program, why) => {
    const folder = makeFolder({
      'a.py': SCRIPT,
      'b.py': SCRIPT,
      'c.py': 'x = 1\n',
      'bin/python3': `#!${process.execPath}\n${HELLO}\n${program}\n`,
    });
    chmodSync(join(folder, 'bin/python3'), 0o755);
    const run = loopshift(['convert', '-w', '--to', 'notebook', '--verify-with', 'bin/python3', '.'], { cwd: folder });
    expect([run.code, codes(run)]).toEqual([2, ['a.py LS908', 'b.py LS908']]);
    expect(run.err).toContain(why);
    expect(contents(folder)['a.py']).toBe(SCRIPT);
  });
});

const leaveOut = it.skip;
if (python === undefined) leaveOut('--verify with a CPython 3.8 or later (none found)', () => undefined);
else describe(`with CPython ${python.version}`, () => verifying(python.path));

if (old === undefined) leaveOut('--verify of a notebook with a CPython older than 3.8 (none found)', () => undefined);
else {
  it(`CPython ${old.version} compiles scripts, and says that it cannot compile cells that await`, () => {
    const folder = makeFolder({
      'a.py': 'await main()\n',
      'b.ipynb': notebook('import asyncio', 'asyncio.run(main())'),
    });
    const args = ['convert', '-w', '--verify-with', old.path, '--python', '3.7'];
    expect(loopshift([...args, '--to', 'script', 'a.py'], { cwd: folder }).code).toBe(0);
    const run = loopshift([...args, 'b.ipynb'], { cwd: folder });
    expect([run.code, codes(run)]).toEqual([2, ['b.ipynb LS908']]);
    expect(run.err).toContain('`await` at module level');
  });
}

function verifying(path: string): void {
  const VERIFY = ['--verify-with', path];

  it('changes nothing in what is written, shown and counted', () => {
    const files = {
      'a.py': SCRIPT,
      'crlf.py': `\ufeff${SCRIPT.replaceAll('\n', '\r\n')}`,
      'latin.py': Buffer.from(`# coding: latin-1\n# Ren\u00e9\n${SCRIPT}`, 'latin1'),
      'nb.ipynb': notebook(
        'import asyncio\n%matplotlib inline\n!ls',
        '  x = %time 1\n  asyncio.run(main())',
        '%%bash\nls (',
      ),
      'percent.py': '# %%\nimport asyncio\n# %%\n!ls\nasyncio.run(main())\n',
      'indented.py': '# %%\nimport asyncio\n# %%\n%matplotlib inline\n  asyncio.run(main())\n# %%\nx = 1\n',
      'broken.py': 'def f(:\n',
    };
    const [plain, verified] = [makeFolder(files), makeFolder(files)];
    const args = ['convert', '-w', '--to', 'notebook', '--json', '.'];
    const before = loopshift(args, { cwd: plain });
    const after = loopshift([...args, ...VERIFY], { cwd: verified });
    expect([before.code, after.code, after.out, after.err]).toEqual([0, 0, before.out, before.err]);
    expect(contents(verified)).toEqual(contents(plain));
    expect(contents(plain)['a.py']).toContain('await main()');
  });

  it('says what was compiled, by what, and where versions differ', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = loopshift(['convert', '--to', 'notebook', '--python', '3.15', ...VERIFY, 'a.py'], { cwd: folder });
    expect(run.err).toMatch(/^1 output compiled by CPython 3\.\d+\.\d+ \(.+\)$/m);
    expect(run.err).toContain('some are meant for Python 3.15: --verify-with PATH names another CPython\n');
  });

  it('refuses what does not compile, in a dry run as in a write run, and goes on', () => {
    const files = {
      'bad.py': 'import broken\n\nbroken.call()\n',
      'good.py': 'x = 1\n',
      'bad.ipynb': notebook('import broken', 'broken.call()'),
      'breaking.ts': BREAKING,
    };
    for (const more of [[], ['-w'], ['--check'], ['--patch', 'x.patch']]) {
      const folder = makeFolder(files);
      const run = loopshift(['run', './breaking.ts', ...more, ...VERIFY, '.'], { cwd: folder });
      expect([run.code, run.out, codes(run)]).toEqual([2, '', ['bad.ipynb LS907', 'bad.py LS907']]);
      expect(run.err).toContain("cell 2 of the output, line 1: SyntaxError: 'return' outside function");
      expect(run.err).toContain("does not compile the output: line 3: SyntaxError: 'return' outside function");
      const { 'x.patch': patch = '', ...left } = contents(folder);
      expect([patch, left]).toEqual(['', contents(makeFolder(files))]);
    }
  });

  it('does not count what the source has too', () => {
    const folder = makeFolder({
      'a.py': `${SCRIPT}return 5\n`,
      'b.ipynb': notebook('import asyncio', 'return 5', 'asyncio.run(main())'),
    });
    const run = loopshift(['convert', '-w', '--to', 'notebook', ...VERIFY, '.'], { cwd: folder });
    expect([run.code, codes(run)]).toEqual([0, []]);
    expect(contents(folder)['a.py']).toContain('await main()');
  });

  it('does not count what another fault of the source has hidden', () => {
    const deep = Array.from({ length: 24 }, (_, depth) => `${' '.repeat(depth)}for i in x:\n`).join('');
    const folder = makeFolder({
      'a.py': `import asyncio\n\ndouble = lambda x: await f(x)\n${deep}${' '.repeat(24)}pass\n`,
    });
    const run = loopshift(['convert', '-w', '--to', 'notebook', ...VERIFY, '.'], { cwd: folder });
    expect([run.code, codes(run)]).toEqual([0, []]);
    expect(contents(folder)['a.py']).toContain('run_sync(f(x))');
  });

  it('compiles what -o, --out-dir and - write', () => {
    const folder = makeFolder({
      'nb.ipynb': notebook('import asyncio', '%time x = 1', 'await asyncio.sleep(0)'),
      'a.py': SCRIPT,
    });
    for (const args of [
      ['nb.ipynb', '-o', 'nb.py'],
      ['nb.ipynb', '--out-dir', 'out'],
      ['a.py', '-o', 'a.ipynb'],
      ['a.py', '-o', '-', '--to', 'notebook'],
    ]) {
      const run = loopshift(['convert', ...args, ...VERIFY], { cwd: folder });
      expect([run.code, /^1 output compiled/m.test(run.err)]).toEqual([0, true]);
    }
    const run = loopshift(['convert', '-', '--to', 'notebook', ...VERIFY], { cwd: folder, input: SCRIPT });
    expect([run.code, run.out]).toEqual([
      0,
      SCRIPT.replace('asyncio.run(main())', 'await main()').replace('import asyncio\n\n\n', ''),
    ]);
  });

  withShebang('starts one process for all files, and imports nothing of theirs', () => {
    const trap = 'open("trapped", "w").close()\n';
    const files = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`f${index}.py`, SCRIPT]));
    const folder = makeFolder({
      ...files,
      'json.py': trap,
      'ast.py': trap,
      'sitecustomize.py': trap,
      python3: '#!/bin/sh\necho trapped > trapped\n',
      'bin/python3': `#!/bin/sh\necho started >> ${'$'}(dirname "${'$'}0")/started\nexec ${path} "${'$'}@"\n`,
    });
    for (const name of ['python3', 'bin/python3']) chmodSync(join(folder, name), 0o755);
    const env = {
      PATH: ['.', '', join(folder, 'bin'), dirname(process.execPath), '/bin', '/usr/bin'].join(delimiter),
      PYTHONPATH: folder,
      PYTHONSTARTUP: join(folder, 'json.py'),
    };
    const run = loopshift(['convert', '--to', 'notebook', '--verify', '.'], { cwd: folder, env });
    expect([run.code, /^12 outputs compiled/m.test(run.err)]).toEqual([0, true]);
    expect(readFileSync(join(folder, 'bin/started'), 'utf8')).toBe('started\n');
    expect([existsSync(join(folder, 'trapped')), existsSync(join(folder, 'bin/trapped'))]).toEqual([false, false]);
  });
}

/** `a.py LS908` for each diagnostic on stderr. */
function codes({ err }: Run): readonly string[] {
  return [...err.matchAll(/^([^\s:]+):\S* (LS90\d)/gm)].map(([, path, code]) => `${path} ${code}`);
}
