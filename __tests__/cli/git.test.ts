import { appendFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommandLine, contents, git, loopshift, makeFolder, removeFolders } from '../support/command-line.js';

const SCRIPT = 'import asyncio\n\n\nasync def main():\n    return 1\n\n\nasyncio.run(main())\n';
const CONVERT = ['convert', '--to', 'notebook', '.'];

beforeAll(buildCommandLine);
afterAll(removeFolders);

/** A repository with one commit of these files. */
function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'first');
  return folder;
}

describe('--since', () => {
  it('takes what has changed since, and what is new', () => {
    const folder = makeRepository({ 'same.py': SCRIPT, 'p\u00e4k/a b.py': SCRIPT, 'gone.py': SCRIPT });
    appendFileSync(join(folder, 'p\u00e4k/a b.py'), 'print(1)\n');
    writeFileSync(join(folder, 'new.py'), SCRIPT);
    const run = loopshift([...CONVERT, '--check', '--since', 'HEAD'], { cwd: folder });
    expect(run.out).toBe('would change new.py\nwould change p\u00e4k/a b.py\n');
    const below = loopshift(['scan', '--since', 'HEAD', '.'], { cwd: join(folder, 'p\u00e4k') });
    expect(below.out).toContain('a b.py:8:1: run');
  });

  it.each([
    ['nonsense', 'no such commit in '],
    ['--output=x', 'no such commit in '],
  ])('refuses %s', (ref, message) => {
    const folder = makeRepository({ 'a.py': SCRIPT });
    const run = loopshift([...CONVERT, `--since=${ref}`], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, `loopshift: --since ${ref}: ${message}${realpathSync(folder)}\n`]);
    expect(Object.keys(contents(folder))).toEqual(['a.py']);
  });

  it('follows a file to its new name, and asks each repository about its own files', () => {
    const folder = makeRepository({ 'old.py': SCRIPT, 'same.py': SCRIPT });
    git(folder, 'mv', 'old.py', 'new.py');
    const other = makeRepository({ 'a.py': SCRIPT, 'b.py': SCRIPT });
    appendFileSync(join(other, 'b.py'), '#\n');
    symlinkSync(other, join(folder, 'other'));
    const run = loopshift(['scan', '-q', '--since', 'HEAD', '.', 'other'], { cwd: folder });
    expect(run.out).toMatch(/^new\.py:8:1: .*\nother\/b\.py:8:1: .*\n$/);
  });

  it('is told where one of the repositories has no such commit', () => {
    const folder = makeRepository({ 'a.py': SCRIPT });
    git(folder, 'tag', 'mine');
    const other = makeRepository({ 'a.py': SCRIPT });
    const run = loopshift([...CONVERT, '--since', 'mine', other], { cwd: folder });
    expect([run.code, run.out]).toEqual([2, '']);
    expect(run.err).toContain('--since mine: no such commit in ');
  });

  it('is told where there is no repository', () => {
    const run = loopshift([...CONVERT, '--since', 'HEAD'], { cwd: makeFolder({ 'a.py': SCRIPT }) });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^loopshift: --since HEAD: not a git repository/);
  });
});

describe('--write', () => {
  it('knows that nothing is committed before the first commit, and nothing of files outside of git', () => {
    const folder = makeFolder({ 'a.py': SCRIPT });
    const run = () => loopshift([...CONVERT, '--write'], { cwd: folder }).err;
    expect(run()).not.toContain('not committed');
    writeFileSync(join(folder, 'a.py'), SCRIPT);
    git(folder, 'init', '-q');
    expect(run()).toContain('a.py had changes that are not committed');
  });

  it('is warned of files that git ignores: it holds no copy of them', () => {
    const folder = makeRepository({ '.gitignore': 'a.py\n', 'b.py': SCRIPT });
    writeFileSync(join(folder, 'a.py'), SCRIPT);
    const { err } = loopshift(['convert', '-w', '--to', 'notebook', 'a.py', 'b.py'], { cwd: folder });
    expect(err.match(/.* not committed$/gm)).toEqual(['a.py had changes that are not committed']);
  });

  it('says which of its files had changes that are not committed', () => {
    const files = { 'clean.py': SCRIPT, 'dirty.py': SCRIPT, 'other.py': 'print(1)\n' };
    for (const option of [[], ['--allow-dirty']]) {
      const folder = makeRepository(files);
      appendFileSync(join(folder, 'dirty.py'), 'print(1)\n');
      appendFileSync(join(folder, 'other.py'), 'print(1)\n');
      writeFileSync(join(folder, 'new.py'), SCRIPT);
      const run = loopshift([...CONVERT, '--write', ...option], { cwd: folder });
      const told = run.err.split('\n').filter((line) => line.includes('not committed'));
      const expected = ['dirty.py', 'new.py'].map((name) => `${name} had changes that are not committed`);
      expect(told).toEqual(option.length === 0 ? expected : []);
      expect(run.code).toBe(0);
    }
  });
});
