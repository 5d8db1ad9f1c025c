import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/** A question that git could not answer; its message is git's own. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

/** Tells whether a file is one of those that git named, by where it really lies. */
export type FileTest = (path: string) => boolean;

/**
 * Files that differ from a commit, a branch or a tag, and those that git does not know yet.
 *
 * @throws {GitError} where there is no repository, or no such commit.
 */
export function changedSince(ref: string, directory: string): FileTest {
  const root = rootOf(directory);
  // A name like `--output=x` is no commit.
  const [commit = ''] = ask(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const changed = ask(root, ['diff', '--name-only', '--diff-filter=d', '-z', commit.trim(), '--']);
  return among(root, [...changed, ...ask(root, ['ls-files', '--others', '--exclude-standard', '-z'])]);
}

/** Files with changes that no commit holds. Outside of a repository, or without git, none. */
export function uncommitted(directory: string): FileTest {
  try {
    const root = rootOf(directory);
    const changed = ask(root, ['diff', '--name-only', '-z', 'HEAD', '--']);
    return among(root, [...changed, ...ask(root, ['ls-files', '--others', '--exclude-standard', '-z'])]);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    return () => false;
  }
}

function rootOf(directory: string): string {
  const [root = ''] = ask(directory, ['rev-parse', '--show-toplevel']);
  return root.replace(/\r?\n$/, '');
}

function ask(directory: string, args: readonly string[]): readonly string[] {
  const run = spawnSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (run.error !== undefined) throw new GitError('git does not run here');
  if (run.status === 0) return run.stdout.split('\0').filter((name) => name !== '');
  throw new GitError(run.stderr.split('\n')[0]?.replace(/^fatal: /, '') || 'no such commit');
}

function among(root: string, names: readonly string[]): FileTest {
  const known = new Set(names.map((name) => realPath(resolve(root, name))));
  return (path) => known.has(realPath(resolve(path)));
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
