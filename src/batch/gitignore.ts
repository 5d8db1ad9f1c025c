import { existsSync, readFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The ignore rules that hold in one directory: git's own, from the user's down to this directory's `.gitignore`. */
export interface IgnoreRules {
  /** Rules for the directory of this name right below: these, and those of its own `.gitignore`, if it `hasOwn`. */
  within(name: string, hasOwn: boolean): IgnoreRules;
  /** Of a file or directory of this name right here; that the directory itself is not ignored is known by now. */
  ignores(name: string, isDirectory: boolean): boolean;
}

/** No rule at all: `--no-respect-gitignore`. */
export const noRules: IgnoreRules = { within: () => noRules, ignores: () => false };

/**
 * The rules for a directory that a walk starts in. Patterns are read in git's order of precedence, the strongest last: the user's
 * `core.excludesFile`, `.git/info/exclude`, then each `.gitignore` from the repository's root down. Outside a repository
 * only the `.gitignore` files of the walk itself count.
 */
export function ignoreRules(start: string, environment: GitEnvironment): IgnoreRules {
  const directory = resolve(start);
  const root = findGitRoot(directory);
  if (root === undefined) return rules(directory, patterns(directory, ''));
  const gitDirectory = commonGitDirectory(root);
  const own = [...userPatterns(gitDirectory, environment), ...(readLines(join(gitDirectory, 'info/exclude')) ?? [])];
  let found = rules(root, [...own, ...patterns(root, '')]);
  let at = root;
  for (const name of relative(root, directory).split(sep).filter(Boolean)) {
    at = join(at, name);
    // A directory asked for by name is taken, also where git ignores it: from there on only its own rules count.
    found = found.ignores(name, true) ? rules(at, patterns(at, '')) : found.within(name, true);
  }
  return found;
}

/** What of the environment names the user's own git configuration. */
export interface GitEnvironment {
  readonly HOME?: string | undefined;
  readonly XDG_CONFIG_HOME?: string | undefined;
  readonly GIT_CONFIG_GLOBAL?: string | undefined;
}

/** The nearest directory upwards that holds `.git`. */
function findGitRoot(directory: string): string | undefined {
  for (let at = resolve(directory); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function rules(directory: string, lines: readonly string[]): IgnoreRules {
  return inside(directory, '', lines, createMatcher(lines));
}

/** @param prefix of the names here, seen from where the patterns hold: `src/app/` */
function inside(directory: string, prefix: string, lines: readonly string[], matches: Matcher): IgnoreRules {
  return {
    within(name, hasOwn) {
      const [below, names] = [join(directory, name), `${prefix}${name}/`];
      const own = hasOwn ? patterns(below, names.slice(0, -1)) : [];
      if (own.length === 0) return inside(below, names, lines, matches);
      const all = [...lines, ...own];
      return inside(below, names, all, createMatcher(all));
    },
    ignores: (name, isDirectory) => matches(prefix + name, isDirectory),
  };
}

type Matcher = (name: string, isDirectory: boolean) => boolean;

function createMatcher(lines: readonly string[]): Matcher {
  if (lines.every((line) => line === '')) return () => false;
  const options = { ignorecase: platform() === 'win32' || platform() === 'darwin' };
  const directories: Ignore = ignore(options).add([...lines]);
  // `build/` ignores no file, and where it ignores a directory nobody comes by here; and the files are many.
  const files: Ignore = ignore(options).add(lines.filter((line) => !line.endsWith('/') || line.startsWith('!')));
  return (name, isDirectory) => (isDirectory ? directories.ignores(`${name}/`) : files.ignores(name));
}

/** The lines of a directory's `.gitignore`, as patterns of the directory at `prefix`. */
function patterns(directory: string, prefix: string): readonly string[] {
  const lines = readLines(join(directory, '.gitignore')) ?? [];
  return prefix === '' ? lines : lines.map((line) => anchored(line, prefix));
}

// A pattern of `sub/.gitignore`, as one of the repository's root:
//     build      → sub/**/build     a name alone matches at any depth
//     /build     → sub/build
//     doc/*.py   → sub/doc/*.py     a slash inside ties it to the directory
//     !keep.py   → !sub/**/keep.py
function anchored(line: string, prefix: string): string {
  if (line === '' || line.startsWith('#')) return '';
  const negated = line.startsWith('!');
  const pattern = negated ? line.slice(1) : line;
  const tied = /\/(?=.)/.test(pattern.trimEnd());
  const base = prefix.replace(/[\\*?[\]!# ]/g, '\\$&');
  const whole = tied ? `${base}/${pattern.replace(/^\//, '')}` : `${base}/**/${pattern}`;
  return negated ? `!${whole}` : whole;
}

function userPatterns(gitDirectory: string, environment: GitEnvironment): readonly string[] {
  const home = environment.HOME ?? homedir();
  const xdg = environment.XDG_CONFIG_HOME || join(home, '.config');
  const configurations = [
    join(gitDirectory, 'config'),
    ...(environment.GIT_CONFIG_GLOBAL === undefined
      ? [join(home, '.gitconfig'), join(xdg, 'git/config')]
      : [environment.GIT_CONFIG_GLOBAL]),
  ];
  for (const file of configurations) {
    const named = excludesFile(readLines(file) ?? []);
    if (named !== undefined) return readLines(named.replace(/^~(?=\/)/, home)) ?? [];
  }
  return readLines(join(xdg, 'git/ignore')) ?? [];
}

/** The value of `core.excludesFile` in a git configuration. */
function excludesFile(lines: readonly string[]): string | undefined {
  let section = '';
  let found: string | undefined;
  for (const line of lines) {
    section = /^\s*\[\s*([^\]"]*?)\s*(?:"[^"]*")?\s*\]/.exec(line)?.[1]?.toLowerCase() ?? section;
    const value = /^\s*excludesfile\s*=\s*(.*?)\s*$/i.exec(line)?.[1];
    if (section === 'core' && value !== undefined) found = value.replace(/^"(.*)"$/, '$1');
  }
  return found;
}

/** `.git` of a linked worktree, or of a submodule, is a file that names the real one. */
function commonGitDirectory(root: string): string {
  const named = readFirst(join(root, '.git'))?.match(/^gitdir:\s*(.*)$/)?.[1];
  if (named === undefined) return join(root, '.git');
  const own = resolve(root, named);
  const common = readFirst(join(own, 'commondir'));
  return common === undefined ? own : resolve(own, common);
}

function readFirst(path: string): string | undefined {
  return readLines(path)?.[0];
}

function readLines(path: string): readonly string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
  } catch {
    return undefined;
  }
}
