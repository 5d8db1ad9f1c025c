import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, sep } from 'node:path';
import { addAll } from '../text.js';
import type { GitEnvironment } from './git-config.js';
import { type IgnoreRules, ignoreRules, noRules } from './gitignore.js';
import type { Globs } from './globs.js';
import { leadsOutside } from './links.js';
import { hasSystemCode, systemMessage } from './system-error.js';

/** A path that the user gave. */
export interface GivenPath {
  readonly path: string;
  /** From `--files-from`: such a list may name other kinds of files too (`git ls-files`), which are passed over. */
  readonly listed: boolean;
}

/** What a path led to. */
export type Entry = FileEntry | ProblemEntry;

export interface FileEntry {
  readonly kind: 'file';
  /** As shown and reported: relative as it was given, with slashes. */
  readonly path: string;
  /** Named on the command line, not found in a directory or in a list. */
  readonly explicit: boolean;
}

export interface ProblemEntry {
  readonly kind: 'missing' | 'unreadable' | 'extension' | 'passed-over';
  readonly path: string;
  readonly reason: string;
}

export interface DiscoverOptions {
  /** Patterns by which files of directories are taken or left; asked for each directory that is walked. */
  globs(directory: string): Globs;
  readonly respectGitignore: boolean;
  /** Exclude patterns and ignore rules hold for files named by the user too. */
  readonly forceExclude: boolean;
  readonly environment: GitEnvironment;
  /** Asked at each directory: whether to stop, with what was found so far. */
  readonly isOver?: () => Promise<boolean>;
}

/**
 * The files that the paths stand for: a file is taken as it is, a directory is walked. In the order of the paths, within one
 * by name; each file once, also where links lead to it twice. A link that leaves the directory is passed over.
 */
export async function discover(paths: readonly GivenPath[], options: DiscoverOptions): Promise<readonly Entry[]> {
  const seen: Seen = { directories: new Set(), files: new Set() };
  const entries: Entry[] = [];
  for (const given of paths) addAll(entries, await entriesOf(given, options, seen));
  return entries;
}

async function entriesOf(given: GivenPath, options: DiscoverOptions, seen: Seen): Promise<readonly Entry[]> {
  const { listed } = given;
  const path = normalized(given.path);
  const found = stat(path);
  if (!('isDirectory' in found)) return [{ ...found, path }];
  if (found.isDirectory()) return walk(path, options, seen);
  if (options.forceExclude && isExcluded(path, options)) return [];
  if (!hasPythonExtension(path)) return [unknownExtension(path, listed)];
  if (!found.isFile()) return [{ kind: 'unreadable', path, reason: 'it is not a regular file' }];
  return isNew(seen.files, realPath(path)) ? [{ kind: 'file', path, explicit: !listed }] : [];
}

/** Never `.pyi`: a stub drives nothing. */
export function hasPythonExtension(path: string): boolean {
  return /[^/\\]\.(?:pyw?|ipynb)$/i.test(path);
}

/** Directories that hold other people's code, or copies. One of them that is named on the command line is walked all the same. */
const SKIPPED = new Set([
  ...[
    '.git',
    '.hg',
    '.svn',
    '.bzr',
    '.ipynb_checkpoints',
    'node_modules',
    'site-packages',
    '__pycache__',
    '__pypackages__',
  ],
  ...[
    '.venv',
    'venv',
    '.tox',
    '.nox',
    '.eggs',
    '.direnv',
    '.pyenv',
    '.mypy_cache',
    '.pytest_cache',
    '.pytype',
    '.ruff_cache',
  ],
]);

/** Real paths that were taken already. */
interface Seen {
  readonly directories: Set<string>;
  readonly files: Set<string>;
}

/** A directory or a link on its way. */
interface Visit {
  readonly path: string;
  /** Where it really lies. */
  readonly real: string;
  /** That hold around it; for a directory that was named, its own. */
  readonly rules: IgnoreRules;
  readonly isNamed?: true;
}

interface Walk {
  /** Where the directory that was named really lies. */
  readonly root: string;
  readonly globs: Globs;
  /** The rules of a directory that is named, or is a repository of its own. */
  rulesFor(path: string): IgnoreRules;
  isOver(): Promise<boolean>;
  readonly seen: Seen;
  readonly entries: Entry[];
  /** Links come last, so that what they lead to is reported where it really lies if the walk comes by there. */
  readonly links: Visit[];
}

async function walk(root: string, options: DiscoverOptions, seen: Seen): Promise<readonly Entry[]> {
  const { isOver = async () => false } = options;
  const rulesFor = (path: string) => (options.respectGitignore ? ignoreRules(path, options.environment) : noRules);
  const globs = options.globs(root);
  const state: Walk = { root: realPath(root), globs, rulesFor, isOver, seen, entries: [], links: [] };
  await walkTree(state, { path: root, real: state.root, rules: rulesFor(root), isNamed: true });
  for (let link = state.links.shift(); link !== undefined; link = state.links.shift()) await followLink(state, link);
  return state.entries.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** Every step here is taken for each file of a tree: strings are put together by hand, and the rules asked last. */
async function walkTree(state: Walk, root: Visit): Promise<void> {
  const stack = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (await state.isOver()) return;
    if (!isNew(state.seen.directories, top.real)) continue;
    const children = list(top.path);
    if (!Array.isArray(children)) {
      state.entries.push({ ...children, path: top.path });
      continue;
    }
    // A virtual environment, whatever it is called.
    if (top.isNamed !== true && has(children, 'pyvenv.cfg')) continue;
    const rules = rulesIn(top, children, state);
    const prefix = top.path === '.' ? '' : withEnd(top.path, '/');
    const real = withEnd(top.real, sep);
    for (const child of children) {
      const isFile = child.isFile();
      if (isFile && !hasPythonExtension(child.name)) continue;
      const visit: Visit = { path: prefix + child.name, real: real + child.name, rules };
      if (isFile) takeFile(state, visit);
      else if (child.isSymbolicLink()) state.links.push(visit);
      else if (child.isDirectory() && entersDirectory(state, visit)) stack.push(visit);
    }
  }
}

/** In a repository of its own, a submodule or a linked worktree, what is said outside of it does not count. */
function rulesIn({ path, rules, isNamed }: Visit, children: readonly Dirent[], { rulesFor }: Walk): IgnoreRules {
  if (isNamed === true) return rules;
  return has(children, '.git') ? rulesFor(path) : rules.within(basename(path), has(children, '.gitignore'));
}

function has(children: readonly Dirent[], name: string): boolean {
  return children.some((child) => child.name === name);
}

function withEnd(path: string, end: string): string {
  return path.endsWith(end) ? path : path + end;
}

/** A Python file, or a link to one. */
function takeFile(state: Walk, { path, real, rules }: Visit): void {
  if (!state.globs.takes(path) || rules.ignores(nameOf(path), false)) return;
  if (isNew(state.seen.files, real)) state.entries.push({ kind: 'file', path, explicit: false });
}

function entersDirectory(state: Walk, { path, rules }: Visit): boolean {
  const name = nameOf(path);
  return !SKIPPED.has(name) && !state.globs.excludes(path, true) && !rules.ignores(name, true);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function followLink(state: Walk, link: Visit): Promise<void> {
  const { path, rules } = link;
  const found = stat(path);
  const isPython = hasPythonExtension(path);
  if (!('isDirectory' in found)) {
    // A link to nowhere. Emacs locks a file with one that is called `.#name`.
    const wanted = isPython && !basename(path).startsWith('.#');
    if (wanted && state.globs.takes(path) && !rules.ignores(nameOf(path), false))
      state.entries.push({ ...found, path });
    return;
  }
  const target: Visit = { ...link, real: realPath(path) };
  if (leadsOutside(state.root, target.real)) {
    const wanted = found.isDirectory() ? entersDirectory(state, target) : isPython && state.globs.takes(path);
    // Whoever names a directory has not asked for what a link in it leads to.
    if (wanted) state.entries.push({ kind: 'passed-over', path, reason: 'a link that leads outside' });
    return;
  }
  if (found.isFile() && isPython) takeFile(state, target);
  else if (found.isDirectory() && entersDirectory(state, target)) await walkTree(state, target);
}

function isExcluded(path: string, options: DiscoverOptions): boolean {
  const directory = dirname(path);
  if (path.split('/').some((name) => SKIPPED.has(name)) || !options.globs(directory).takes(path)) return true;
  return options.respectGitignore && ignoreRules(directory, options.environment).ignores(basename(path), false);
}

function isNew(seen: Set<string>, real: string): boolean {
  const before = seen.size;
  return seen.add(real).size > before;
}

function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function stat(path: string): Stats | Omit<ProblemEntry, 'path'> {
  try {
    return statSync(path);
  } catch (error) {
    return problem(error);
  }
}

function list(path: string): Dirent[] | Omit<ProblemEntry, 'path'> {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return problem(error);
  }
}

function problem(error: unknown): Omit<ProblemEntry, 'path'> {
  if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return { kind: 'missing', reason: 'no such file or directory' };
  return { kind: 'unreadable', reason: systemMessage(error) };
}

function unknownExtension(path: string, listed: boolean): ProblemEntry {
  const extension = extname(path);
  return {
    kind: listed ? 'passed-over' : 'extension',
    path,
    reason: extension === '' ? 'it has no extension' : `\`${extension}\``,
  };
}

/** `./src//app.py` → `src/app.py`: a diff names the file as git does. */
function normalized(path: string): string {
  const joined = join(path).replaceAll(sep, '/');
  return joined.length > 1 ? joined.replace(/\/$/, '') : joined;
}
