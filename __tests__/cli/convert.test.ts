import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\nasync def main():\n    return 1\n\nprint(asyncio.run(main()))\n';
const AWAIT = RUN.replace('asyncio.run(main())', 'await main()').replace('import asyncio\n\n', '');
/** `AWAIT`, where the import does not stand on the first line. */
const AWAIT_BELOW = `\n${AWAIT}`;
const BLOCKED = `${RUN}later = asyncio.run(*jobs)\n`;

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('a dry run', () => {
  it('says nothing on stdout where nothing would change', () => {
    const folder = makeFolder({ 'a.py': 'print(1)\n' });
    const run = loopshift(['convert', 'a.py'], { cwd: folder });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(run.err).toBe('1 file, 0 run sites\n');
  });

  it('shows the diff on stdout and the rest on stderr, and writes nothing', () => {
    const folder = makeFolder({ 'a.py': BLOCKED });
    const run = loopshift(['convert', '--to', 'notebook', 'a.py'], { cwd: folder });
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^diff --git a\/a\.py b\/a\.py\n--- a\/a\.py\n\+\+\+ b\/a\.py\n@@ /);
    expect(run.out).toContain('-print(asyncio.run(main()))\n+print(await main())\n');
    expect(run.err).toContain('a.py:7:9 LS208 the call unpacks its arguments, so what is run cannot be seen\n');
    expect(run.err).toContain('1 file would change; rerun with --write\n');
    expect(contents(folder)).toEqual({ 'a.py': BLOCKED });
  });

  it('has no summary with -q', () => {
    const folder = makeFolder({ 'a.py': RUN });
    const run = loopshift(['convert', '-q', '--to=notebook', 'a.py'], { cwd: folder });
    expect(run.err).toBe('');
    expect(run.out).toContain('+print(await main())');
  });

  it('is in order, and the same each time', () => {
    const folder = makeFolder({ 'b/x.py': RUN, 'a.py': RUN, 'b.py': RUN, 'c/d.ipynb': notebook(RUN.trimEnd()) });
    const args = ['convert', '--to', 'notebook', '.'];
    const run = loopshift(args, { cwd: folder });
    expect(run.out.match(/^diff --git a\/(\S+)/gm)).toEqual([
      'diff --git a/a.py',
      'diff --git a/b.py',
      'diff --git a/b/x.py',
      'diff --git a/c/d.ipynb',
    ]);
    expect(loopshift(args, { cwd: folder })).toEqual(run);
  });
});

describe('--write', () => {
  it('writes what the diff showed, and leaves every other byte', () => {
    const folder = makeFolder({
      'a.py': RUN,
      'crlf.py': RUN.replaceAll('\n', '\r\n'),
      'n.ipynb': notebook(RUN.trimEnd()),
      'b.py': '1\n',
    });
    const run = loopshift(['convert', '-w', '--to', 'notebook', '.'], { cwd: folder });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(run.err).toContain('3 files changed');
    expect(contents(folder)).toEqual({
      'a.py': AWAIT,
      'crlf.py': AWAIT.replaceAll('\n', '\r\n'),
      'n.ipynb': notebook(AWAIT.trimEnd()),
      'b.py': '1\n',
    });
  });

  it('changes nothing the second time', () => {
    const folder = makeFolder({ 'a.py': RUN });
    loopshift(['convert', '-w', '--to', 'notebook', 'a.py'], { cwd: folder });
    const second = loopshift(['convert', '--check', '--to', 'notebook', 'a.py'], { cwd: folder });
    expect([second.code, second.out]).toEqual([0, '']);
  });

  it('keeps an encoding of the file itself', () => {
    const text = `# -*- coding: latin-1 -*-\nname = 'Ren\u00e9'\n${RUN}`;
    const folder = makeFolder({ 'a.py': Buffer.from(text, 'latin1') });
    expect(loopshift(['convert', '-w', '--to', 'notebook', 'a.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(text.replace(RUN, AWAIT_BELOW));
  });

  it('keeps the mode, and follows a link to its file', () => {
    const folder = makeFolder({ 'real/a.py': RUN });
    chmodSync(join(folder, 'real/a.py'), 0o754);
    symlinkSync('real/a.py', join(folder, 'link.py'));
    expect(loopshift(['convert', '-w', '--to', 'notebook', 'link.py'], { cwd: folder }).code).toBe(0);
    expect(readFileSync(join(folder, 'real/a.py'), 'utf8')).toBe(AWAIT);
    expect(statSync(join(folder, 'real/a.py')).mode & 0o777).toBe(0o754);
  });

  it('exits with 0 although a site stays blocked', () => {
    const folder = makeFolder({ 'a.py': BLOCKED });
    expect(loopshift(['convert', '-w', '--to', 'notebook', 'a.py'], { cwd: folder }).code).toBe(0);
    expect(contents(folder)['a.py']).toBe(BLOCKED.replace('print(asyncio.run(main()))', 'print(await main())'));
  });
});

describe('exit codes', () => {
  it.each([
    ['nothing to do', 'print(1)\n', [], 0],
    ['something would change', RUN, ['--check'], 1],
    ['something cannot be converted', 'import asyncio\nf = asyncio.run(*jobs)\n', ['--check'], 1],
    ['nothing would change', AWAIT, ['--check'], 0],
    ['a syntax error', 'def f(:\n', [], 0],
    ['a syntax error under --check', 'def f(:\n', ['--check'], 1],
    ['a blocked site', BLOCKED, ['--error-on-unconverted'], 1],
    ['all converted', RUN, ['--error-on-unconverted'], 0],
    ['no UTF-8', Buffer.from([0x78, 0xff, 0x0a]), [], 2],
    ['no UTF-8 under --check', Buffer.from([0x78, 0xff, 0x0a]), ['--check', '-q'], 2],
  ] as const)('%s: %#', (_, source, options, code) => {
    const folder = makeFolder({ 'a.py': source });
    const run = loopshift(['convert', '--to', 'notebook', ...options, 'a.py'], { cwd: folder });
    expect([run.code, run.err.includes('internal')]).toEqual([code, false]);
    expect(loopshift(['convert', '--to', 'notebook', ...options, '--json', 'a.py'], { cwd: folder }).code).toBe(code);
  });

  it.each([
    ['empty', ''],
    ['not JSON', '{"cells": [}'],
    ['not a notebook', '{"a": 1}'],
  ])('an .ipynb that is %s fails, also in a folder, and the run goes on', (_, text) => {
    const folder = makeFolder({ 'a.ipynb': text, 'b.py': RUN });
    const run = loopshift(['convert', '-w', '--to', 'notebook', '.'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^a\.ipynb:\d+:\d+ LS10[234] /m);
    expect(contents(folder)).toEqual({ 'a.ipynb': text, 'b.py': AWAIT });
  });

  it('2 for a path that does not exist, or whose name says it is something else', () => {
    const folder = makeFolder({ 'b.py': RUN, 'c.txt': RUN });
    const run = loopshift(['convert', '--check', '--to', 'notebook', 'a.py', 'b.py', 'c.txt'], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain('a.py:1:1 LS105 cannot read the file: no such file or directory\n');
    expect(run.err).toContain('c.txt:1:1 LS106 neither Python nor a notebook: `.txt`\n');
    expect(run.out).toBe('would change b.py\n');
  });

  it.each([
    [['convert', '--wirte'], 'unknown option `--wirte`; did you mean `--write`?'],
    [
      ['convert', '--to', 'notbook'],
      '--to: `notbook` is not one of notebook, repl, script, portable, auto; did you mean `notebook`?',
    ],
    [['convert', '--python', '2.7'], '--python: `2.7` is not auto or a version from 3.6 to 3.15'],
    [['convert', '--python'], '--python needs a value'],
    [['convert', '--from', 'rum'], '--from: no form `rum`; did you mean `run`?'],
    [['convert', '--write', '--check'], '--check writes nothing: leave --write away'],
    [['convert', '-', 'a.py'], 'stdin (-) cannot be converted together with other paths'],
    [['convert', '-o', 'x.py', 'a.py', 'b.py'], '--output takes exactly one file; --out-dir takes many'],
    [
      ['convert', '--to', 'portable', '--python', '3.6'],
      '--to portable needs Python 3.7: asyncio.get_running_loop is new there',
    ],
    [['convret', 'a.py'], 'unknown command `convret`; did you mean `convert`?'],
    [['--write'], 'the command comes first: loopshift convert --write'],
    [['explain', 'LS999'], 'no diagnostic is called `LS999`'],
    [['explain', 'MY001'], "`MY001` is no code of loopshift's"],
  ])('2 for %j', (args, message) => {
    const run = loopshift(args);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(`loopshift: ${message}`);
    expect(run.err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('2 without a command, with the help', () => {
    const run = loopshift([]);
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('Usage: loopshift <command>');
  });
});

describe('--check', () => {
  it('names what would change, and shows it with --diff', () => {
    const folder = makeFolder({ 'a.py': RUN });
    expect(loopshift(['convert', '--check', '--to', 'notebook', '.'], { cwd: folder }).out).toBe('would change a.py\n');
    expect(loopshift(['convert', '--check', '--diff', '--to', 'notebook', '.'], { cwd: folder }).out).toContain(
      '+print(await',
    );
    expect(contents(folder)).toEqual({ 'a.py': RUN });
  });
});

describe('stdin', () => {
  it('comes out as it went in where there is nothing to do, byte for byte', () => {
    const input = Buffer.from('\ufeffprint(1)\r\nx = "\u00e9"', 'utf8');
    const run = loopshift(['convert', '-'], { input });
    expect([run.code, run.bytes.equals(input), run.err]).toEqual([0, true, '']);
  });

  it('comes out converted, with diagnostics on stderr', () => {
    const run = loopshift(['convert', '--to', 'notebook', '-'], { input: BLOCKED });
    expect(run.code).toBe(0);
    expect(run.out).toBe(BLOCKED.replace('print(asyncio.run(main()))', 'print(await main())'));
    expect(run.err).toContain('stdin.py:7:9 LS208');
  });

  it('is a notebook where its name says so', () => {
    const run = loopshift(['convert', '-', '--stdin-filename', 'x/demo.ipynb'], { input: notebook(RUN.trimEnd()) });
    expect(run.out).toBe(notebook(AWAIT.trimEnd()));
  });

  it('keeps latin-1', () => {
    const input = Buffer.from(`# coding: latin-1\nx = 'é'\n${RUN}`, 'latin1');
    const run = loopshift(['convert', '--to', 'notebook', '-'], { input });
    expect(run.bytes.toString('latin1')).toBe(`# coding: latin-1\nx = 'é'\n${AWAIT_BELOW}`);
  });

  it('gives nothing where it cannot be read', () => {
    const run = loopshift(['convert', '-', '--stdin-filename', 'a.ipynb'], { input: 'no' });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('LS102');
  });

  it('is only judged with --check, and shown with --diff', () => {
    const check = loopshift(['convert', '--check', '--to', 'notebook', '-'], { input: RUN });
    expect([check.code, check.out]).toEqual([1, 'would change stdin.py\n']);
    const diff = loopshift(['convert', '--diff', '--to', 'notebook', '-'], { input: RUN });
    expect(diff.out).toContain('+++ b/stdin.py\n');
  });
});

describe('paths', () => {
  it('come from a list, separated by newlines or NULs; other kinds of files are counted', () => {
    const folder = makeFolder({ 'a b.py': RUN, 'c.py': RUN, 'README.md': '' });
    const args = ['convert', '--check', '--to', 'notebook', '--files-from', '-'];
    const run = loopshift(args, { cwd: folder, input: 'a b.py\0README.md\0c.py\0' });
    expect([run.code, run.out]).toEqual([1, 'would change a b.py\nwould change c.py\n']);
    expect(run.err).toContain('1 path passed over (no Python, or a link that leads outside)');
    expect(loopshift(args, { cwd: folder, input: 'c.py\n' }).out).toBe('would change c.py\n');
    expect(loopshift(args, { cwd: folder, input: 'gone.py\n' }).code).toBe(2);
  });

  it.each([
    ['CRLF', Buffer.from('é.py\r\nc.py\r\n')],
    ['a byte order mark', Buffer.from('\ufeffé.py\nc.py')],
    ['UTF-16, as a PowerShell writes', Buffer.from('\ufeffé.py\r\nc.py\r\n', 'utf16le')],
    ['one of them twice', Buffer.from('é.py\n./c.py\né.py\n')],
    ['a directory', Buffer.from('é.py\n.\n')],
  ])('come from a list with %s', (_, list) => {
    const folder = makeFolder({ 'é.py': RUN, 'c.py': RUN, list });
    const args = ['convert', '--check', '--to', 'notebook', '--files-from', 'list'];
    expect(loopshift(args, { cwd: folder }).out).toBe('would change é.py\nwould change c.py\n');
  });

  it('may follow --', () => {
    const folder = makeFolder({ '--write.py': RUN });
    const run = loopshift(['convert', '--check', '--to', 'notebook', '--', '--write.py'], { cwd: folder });
    expect(run.out).toBe('would change --write.py\n');
  });

  it('may be a directory whose name ends like a file', () => {
    const folder = makeFolder({ 'pkg.py/a.py': RUN });
    mkdirSync(join(folder, 'empty.ipynb'));
    expect(loopshift(['convert', '--check', '--to', 'notebook', '.'], { cwd: folder }).out).toBe(
      'would change pkg.py/a.py\n',
    );
  });
});

describe('--version and --help', () => {
  it('print and stop', () => {
    expect(loopshift(['--version']).out).toMatch(/^loopshift \d+\.\d+\.\d+\n$/);
    expect(loopshift(['--version', '-v']).out).toContain('parser: tree-sitter (native)\n');
    expect(loopshift(['--help']).out).toContain('Commands:\n');
  });

  it.each([
    [[]],
    [['convert']],
    [['run']],
    [['scan']],
    [['list']],
    [['explain']],
    [['undo']],
    [['new']],
    [['completion']],
  ])('%j --help fits 80 columns', (command) => {
    const run = loopshift([...command, '--help']);
    expect(run.code).toBe(0);
    expect(run.out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
