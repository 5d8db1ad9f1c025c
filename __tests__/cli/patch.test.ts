import { appendFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, git, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const SCRIPT = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n';
const CONVERT = ['convert', '--to', 'notebook', '.', '--patch', 'all.patch'];

const TREE = {
  'plain.py': SCRIPT,
  'with space/a b.py': SCRIPT,
  'n\u00e4mlich/\u65e5\u672c.py': SCRIPT,
  'quote"d.py': SCRIPT,
  'crlf.py': SCRIPT.replaceAll('\n', '\r\n'),
  'cut.py': SCRIPT.trimEnd(),
  'mark.py': `\ufeff${SCRIPT}`,
  'latin/\u00e9.py': Buffer.from(`# coding: latin-1\n# Ren\u00e9\n${SCRIPT}# Ren\u00e9\n`, 'latin1'),
  'form-feed.py': `\f\n${SCRIPT}x = '\u2028'\n`,
  'lone-cr.py': SCRIPT.replace('    return 1\n', '    return 1  # a\rb = 2\n'),
  'one line.ipynb': JSON.stringify(
    JSON.parse(notebook('import asyncio', 'async def main(): ...', 'asyncio.run(main())')),
  ),
  'crlf.ipynb': notebook('import asyncio', 'async def main(): ...', 'asyncio.run(main())').replaceAll('\n', '\r\n'),
  'demo.ipynb': notebook('import asyncio', 'async def main(): ...', 'asyncio.run(main())'),
  'alone.py': 'print(1)\n',
};

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('--patch', () => {
  it('writes one patch that git applies, to the same as --write', () => {
    const written = makeFolder(TREE);
    expect(loopshift(['convert', '--to', 'notebook', '--write', '.'], { cwd: written }).code).toBe(0);
    const folder = makeFolder(TREE);
    git(folder, 'init', '-q');
    expect(loopshift(CONVERT, { cwd: folder }).code).toBe(0);
    expect(contents(folder)['plain.py']).toBe(SCRIPT);
    git(folder, 'config', 'core.autocrlf', 'false');
    for (const args of [['--check'], []]) {
      const run = git(folder, 'apply', '--whitespace=nowarn', ...args, 'all.patch');
      expect([run.status, run.stderr]).toEqual([0, '']);
    }
    const { 'all.patch': _, ...applied } = contents(folder);
    expect(applied).toEqual(contents(written));
    const changed = Object.entries(contents(makeFolder(TREE))).filter(([name, text]) => applied[name] !== text);
    expect(changed.map(([name]) => name)).toEqual(
      Object.keys(TREE)
        .filter((name) => name !== 'alone.py')
        .sort(),
    );
  });

  it("names files from the repository's root, as git does", () => {
    const folder = makeFolder({ 'pkg/a.py': SCRIPT });
    git(folder, 'init', '-q');
    const cwd = join(folder, 'pkg');
    expect(loopshift(CONVERT, { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, 'all.patch'), 'utf8')).toContain('+++ b/pkg/a.py\n');
    expect(git(cwd, 'apply', 'all.patch').status).toBe(0);
    expect(contents(folder)['pkg/a.py']).toContain('await main()');
  });

  it('is empty where nothing changes', () => {
    const folder = makeFolder({ 'alone.py': 'print(1)\n' });
    expect(loopshift(CONVERT, { cwd: folder }).code).toBe(0);
    expect(contents(folder)['all.patch']).toBe('');
  });

  it.each([
    [['-', '--patch', 'x.patch'], '--patch is of files'],
    [['a.py', '-o', 'b.py', '--patch', 'x.patch'], '--patch is of changes in place'],
    [['a.py', '--patch', 'a.py'], '--patch would overwrite a.py'],
    [['a.py', '--patch', 'no/such/x.patch'], '--patch: cannot write no/such/x.patch: no such file or directory'],
  ])('refuses %j', (args, message) => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = loopshift(['convert', ...args], { cwd: folder });
    expect(run.code).toBe(2);
    expect(run.err).toContain(message);
    expect(contents(folder)).toEqual({ 'a.py': SCRIPT });
  });

  it('refuses a link that leads to a source', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    symlinkSync(join(folder, 'a.py'), join(folder, 'link.patch'));
    const run = loopshift(['convert', '.', '--patch', 'link.patch'], { cwd: folder });
    expect([run.code, run.err]).toEqual([
      2,
      expect.stringMatching(/^loopshift: --patch: link\.patch leads to .*a\.py/),
    ]);
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(SCRIPT);
  });
});

describe('undo', () => {
  it('gives every file back as it was, byte for byte', () => {
    const folder = makeFolder(TREE);
    const before = contents(folder);
    expect(loopshift([...CONVERT, '--write'], { cwd: folder }).code).toBe(0);
    const run = loopshift(['undo', 'all.patch'], { cwd: folder });
    expect([run.code, run.out]).toEqual([0, '']);
    expect(run.err).toContain('undid demo.ipynb\n');
    const { 'all.patch': _, ...after } = contents(folder);
    expect(after).toEqual(before);
    const again = loopshift(['undo', 'all.patch'], { cwd: folder });
    expect(again.code).toBe(2);
    expect(again.err).toContain('is as it was already; nothing was written');
  });

  it('writes nothing where one file has changed since', () => {
    const folder = makeFolder({ 'a.py': SCRIPT, 'b.py': SCRIPT });
    expect(loopshift([...CONVERT, '--write'], { cwd: folder }).code).toBe(0);
    appendFileSync(join(folder, 'b.py'), '# mine\n');
    const before = contents(folder);
    const run = loopshift(['undo', 'all.patch'], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, 'loopshift: all.patch: b.py has changed since; nothing was written\n']);
    expect(contents(folder)).toEqual(before);
  });

  it.each([
    ['', 'it is no patch of loopshift'],
    ['diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-a\n+b\n', 'it is no patch of loopshift'],
    ['--- a\n+++ b\n@@ -1,9 +1 @@\n x\n', 'it is no patch that can be read'],
  ])('refuses %j', (patch, message) => {
    const folder = makeFolder({ 'x.patch': patch });
    const run = loopshift(['undo', 'x.patch'], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, `loopshift: x.patch: ${message}; nothing was written\n`]);
  });
});
