import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findGitRoot } from './git-root.js';

/** A question that git could not answer; its message is git's own. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Tells of a file, by where it really lies, what the repository around it knows. */
export type FileTest = (path: string) => boolean;

/**
 * Files that differ from a commit, a branch or a tag, and those that git does not know yet; each in its own repository, which for a
 * submodule is not the one around it.
 *
 * @param directory where the run starts: a commit that is not known there is told, files or no files
 * @throws {GitError} for a file outside of a repository, or in one that has no such commit, on the call of the test, too.
 */
export function changedSince(ref: string, directory: string): FileTest {
  const changed = byRepository((root) => {
    // A name like `--output=x` is no commit.
    const [commit = ''] = ask(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
    const names = ask(root, ['diff', '--name-only', '--diff-filter=d', '-z', commit.trim(), '--']);
    return [...names, ...ask(root, ['ls-files', '--others', '--exclude-standard', '-z'])];
  });
  const isChanged = (path: string) => {
    const known = changed(path);
    if (known === undefined) throw new GitError(`not a git repository: ${dirname(path)}`);
    return known.has(realPath(path));
  };
  isChanged(join(directory, '.git'));
  return isChanged;
}

/**
 * Files whose content no commit holds. Outside of a repository, or without git, none.
 *
 * @param paths of all files that will be asked about: git is asked now, before anything is written
 */
export function uncommitted(paths: readonly string[]): FileTest {
  const committed = byRepository((root) => {
    try {
      const changed = new Set(ask(root, ['diff', '--name-only', '-z', 'HEAD', '--']));
      return ask(root, ['ls-files', '-z']).filter((name) => !changed.has(name));
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      // Before the first commit, nothing is.
      return isAnswering(root) ? [] : undefined;
    }
  });
  for (const path of paths) committed(path);
  return (path) => committed(path)?.has(realPath(path)) === false;
}

/** Asks each repository once; `undefined` for a file that is in none, or in one that cannot be asked. */
function byRepository(
  names: (root: string) => readonly string[] | undefined,
): (path: string) => ReadonlySet<string> | undefined {
  const roots = new Map<string, string | undefined>();
  const known = new Map<string, ReadonlySet<string> | undefined>();
  return (path) => {
    const directory = dirname(realPath(path));
    const root = roots.has(directory) ? roots.get(directory) : findGitRoot(directory);
    roots.set(directory, root);
    if (root === undefined) return undefined;
    if (!known.has(root)) {
      const found = names(root);
      known.set(root, found && new Set(found.map((name) => resolve(root, name))));
    }
    return known.get(root);
  };
}

function isAnswering(root: string): boolean {
  try {
    return ask(root, ['rev-parse', '--git-dir']).length > 0;
  } catch {
    return false;
  }
}

function ask(directory: string, args: readonly string[]): readonly string[] {
  const run = spawnSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error !== undefined) throw new GitError('git does not run here');
  if (run.status === 0) return run.stdout.split('\0').filter((name) => name !== '');
  throw new GitError(run.stderr.split('\n')[0]?.replace(/^fatal: /, '') || `no such commit in ${directory}`);
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
