import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest directory upwards that holds `.git`: the root of a repository, a linked worktree or a submodule. */
export function findGitRoot(directory: string): string | undefined {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** Where the repository around a root is kept. `.git` of a linked worktree, or of a submodule, is a file that names the real one. */
export function commonGitDirectory(root: string): string {
  const named = readLines(join(root, '.git'))?.[0]?.match(/^gitdir:\s*(.*)$/)?.[1];
  if (named === undefined) return join(root, '.git');
  const own = resolve(root, named);
  const common = readLines(join(own, 'commondir'))?.[0];
  return common === undefined ? own : resolve(own, common);
}

/** `undefined` for what cannot be read: git does without it, too. */
export function readLines(path: string): readonly string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch {
    return undefined;
  }
}
