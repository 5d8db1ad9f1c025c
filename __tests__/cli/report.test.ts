import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, loopshift, makeFolder, removeFolders } from '../support/command-line.js';
import { notebook } from '../support/notebook.js';

const RUN = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n';
const FILES = { 'a.py': RUN, 'sub/b.ipynb': notebook('import asyncio', 'asyncio.run(*jobs)') };

beforeAll(buildCommandLine);
afterAll(removeFolders);

describe('--report', () => {
  it.each([
    ['convert', ['convert', '--to', 'notebook', '.'], 'would change'],
    ['convert --write', ['convert', '--to', 'notebook', '--write', '.'], '<b>1</b> changed'],
    ['run', ['run', 'asyncio-run-to-await', '.'], '<h1>loopshift run</h1>'],
    ['scan', ['scan', '--to', 'notebook', '.'], 'convertible'],
    ['-', ['convert', '--to', 'notebook', '-'], 'data-path="stdin.py"'],
    ['-o', ['convert', 'sub/b.ipynb', '-o', 'b.py'], 'data-path="sub/b.ipynb"'],
  ])('is written by %s, beside what it prints', (_, args, text) => {
    const folder = makeFolder(FILES);
    const plain = loopshift(args, { cwd: makeFolder(FILES), input: RUN });
    const run = loopshift([...args, '--report', 'all.html'], { cwd: folder, input: RUN });
    expect([run.code, run.out, run.err]).toEqual([plain.code, plain.out, plain.err]);
    expect(readFileSync(join(folder, 'all.html'), 'utf8')).toContain(text);
  });

  it('is the same page for the same run, and replaces that of an earlier one', () => {
    const folder = makeFolder(FILES);
    const pages = [1, 2].map(() => {
      loopshift(['convert', '--to', 'notebook', '--report', 'all.html', '.'], { cwd: folder });
      return readFileSync(join(folder, 'all.html'), 'utf8');
    });
    expect(pages[0]).toBe(pages[1]);
  });

  it.each([
    ['a source', 'a.py', '--report: `a.py` is no .html file'],
    ['a source behind a link', 'link.html', '--report: link.html leads to '],
    ['a directory', 'sub.html', '--report: `sub.html` is a directory'],
    ['no directory', 'no/such/a.html', '--report: cannot write no/such/a.html: no such directory'],
    ['the patch', 'x.html', '--report and --patch name the same file'],
  ])('refuses %s, before anything is done', (_, path, message) => {
    const folder = makeFolder({ ...FILES, 'sub.html/c.txt': '' });
    symlinkSync(join(folder, 'a.py'), join(folder, 'link.html'));
    const before = contents(folder);
    const args = ['convert', '--write', '--report', path, ...(path === 'x.html' ? ['--patch', './x.html'] : []), '.'];
    const run = loopshift(args, { cwd: folder });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain(message);
    expect(contents(folder)).toEqual(before);
  });
});
