import { appendFileSync, writeFileSync } from 'node:fs';
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
    ['nonsense', 'no such commit'],
    ['--output=x', 'no such commit'],
  ])('refuses %s', (ref, message) => {
    const folder = makeRepository({ 'a.py': SCRIPT });
    const run = loopshift([...CONVERT, `--since=${ref}`], { cwd: folder });
    expect([run.code, run.err]).toEqual([2, `loopshift: --since ${ref}: ${message}\n`]);
    expect(Object.keys(contents(folder))).toEqual(['a.py']);
  });

  it('is told where there is no repository', () => {
    const run = loopshift([...CONVERT, '--since', 'HEAD'], { cwd: makeFolder({ 'a.py': SCRIPT }) });
    expect(run.code).toBe(2);
    expect(run.err).toMatch(/^loopshift: --since HEAD: not a git repository/);
  });
});

describe('--write', () => {
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
