import { platform } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type GitEnvironment, userPatterns } from './git-config.js';
import { commonGitDirectory, findGitRoot, readLines } from './git-root.js';

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
    ignores: (name, isDirectory) => matches(prefix, name, isDirectory),
  };
}

type Matcher = (prefix: string, name: string, isDirectory: boolean) => boolean;

function createMatcher(lines: readonly string[]): Matcher {
  const fileLines = lines.filter(mayMatchFile);
  const [directories, files, names] = [matcher(lines), matcher(fileLines), namesOf(fileLines)];
  return (prefix, name, isDirectory) =>
    isDirectory ? directories(`${prefix}${name}/`) : names.test(name) && files(prefix + name);
}

function matcher(lines: readonly string[]): (path: string) => boolean {
  if (lines.every((line) => line === '')) return () => false;
  const rules: Ignore = ignore({ ignorecase: platform() === 'win32' || platform() === 'darwin' }).add([...lines]);
  return (path) => rules.ignores(path);
}

/**
 * Whether a pattern may be about a file that the walk takes. `build` and `build/` may ignore a directory around it, but nobody comes
 * by there; `*.log` is about no Python file. Directories are few, and files many.
 */
function mayMatchFile(line: string): boolean {
  if (line.startsWith('!')) return true;
  if (line === '' || line.startsWith('#') || line.endsWith('/')) return false;
  const end = /[\w.-]*$/.exec(line.trimEnd())?.[0].toLowerCase() ?? '';
  return PYTHON_ENDINGS.some((ending) => end.endsWith(ending) || ending.endsWith(end));
}

const PYTHON_ENDINGS = ['.py', '.pyw', '.ipynb'];

/** The names of files that the patterns may be about: of thousands of files few have one, and only of them all is asked. */
function namesOf(lines: readonly string[]): RegExp {
  const names = lines.filter((line) => line !== '' && !line.startsWith('!')).map(nameOf);
  return new RegExp(names.length === 0 ? '(?!)' : `^(?:${names.join('|')})$`, 'is');
}

// What stands behind the last slash, with anything for what is not plain:
//     *.py[cod]   → .*\.py.
//     .*          → \..*
//     src/\!x.py  → !x\.py
function nameOf(line: string): string {
  if (/\s$|\[(?![\w-]+\])/.test(line)) return '.*';
  return line
    .slice(line.lastIndexOf('/') + 1)
    .replace(/\\(.)|(\[[\w-]+\])|([*?]+)|[^\w-]/g, (part, escaped, oneOf, many) => {
      if (oneOf !== undefined) return '.';
      if (many !== undefined) return '.*';
      const character: string = escaped ?? part;
      return /\w/.test(character) ? character : `\\${character}`;
    });
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
