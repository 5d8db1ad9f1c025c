import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { readLines } from './git-root.js';

/** What of the environment names the user's own git configuration. */
export interface GitEnvironment {
  readonly HOME?: string | undefined;
  readonly XDG_CONFIG_HOME?: string | undefined;
  readonly GIT_CONFIG_GLOBAL?: string | undefined;
  readonly GIT_CONFIG_SYSTEM?: string | undefined;
}

/**
 * The ignore patterns of the user: the file that `core.excludesFile` names, in the repository's configuration, the user's or the
 * machine's, else `git/ignore` beside the user's. `include.path` is followed, `includeIf` is not.
 */
export function userPatterns(gitDirectory: string, environment: GitEnvironment): readonly string[] {
  const home = environment.HOME ?? homedir();
  const xdg = environment.XDG_CONFIG_HOME || join(home, '.config');
  const { GIT_CONFIG_GLOBAL: global, GIT_CONFIG_SYSTEM: system = '/etc/gitconfig' } = environment;
  const users = global === undefined ? [join(home, '.gitconfig'), join(xdg, 'git/config')] : [global];
  for (const file of [join(gitDirectory, 'config'), ...users, system]) {
    const named = excludesFile(file, home, 0);
    if (named !== undefined) return readLines(named) ?? [];
  }
  return readLines(join(xdg, 'git/ignore')) ?? [];
}

/** As git does, against files that include one another. */
const DEEPEST = 10;

/** The last value of `core.excludesFile` in a git configuration. */
function excludesFile(file: string, home: string, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  let section = '';
  let found: string | undefined;
  for (const line of readLines(file) ?? []) {
    // [core]   [include]   [core] excludesFile = x
    const header = /^\s*\[\s*([\w.-]+)\s*("(?:\\.|[^"\\])*")?\s*\]/.exec(line);
    if (header !== null) section = header[2] === undefined ? (header[1] ?? '').toLowerCase() : '';
    const [, key = '', value = ''] = /^\s*(\w+)\s*=\s*(.*)$/.exec(line.slice(header?.[0].length ?? 0)) ?? [];
    const path = () => resolve(dirname(file), plain(value).replace(/^~(?=[\\/])/, home));
    if (section === 'core' && key.toLowerCase() === 'excludesfile') found = path();
    if (section === 'include' && key.toLowerCase() === 'path') found = excludesFile(path(), home, depth + 1) ?? found;
  }
  return found;
}

/** `"~/my ignore" # mine` → `~/my ignore` */
function plain(value: string): string {
  const pieces = value.matchAll(/"((?:\\.|[^"\\])*)"?|[#;].*|\\(.)|[^"\\#;]+/g);
  return [...pieces]
    .map(([all, quoted, escaped]) => {
      if (quoted !== undefined) return quoted.replace(/\\(.)/g, '$1');
      return escaped ?? (/^[#;]/.test(all) ? '' : all);
    })
    .join('')
    .trim();
}
