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
  /** As they were found, which is not the order of the run. */
  readonly number: number;
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
  /** Told of each directory that is walked, in front of its files, while others are still to be. */
  readonly onDirectory?: (path: string, listing: Listing) => void;
  readonly onFiles?: (files: readonly FileEntry[]) => void;
  /** Asked at each directory: whether to stop, with what was found so far. */
  readonly isOver?: () => boolean | Promise<boolean>;
}

/** What else a directory holds that matters: who has walked it need not be asked again. */
export interface Listing {
  readonly hasPyproject: boolean;
  readonly hasGit: boolean;
  readonly hasIgnore: boolean;
  /** A virtual environment, whatever it is called. */
  readonly isEnvironment: boolean;
}

/**
 * The files that the paths stand for: a file is taken as it is, a directory is walked. In the order of the paths, within one
 * by name; each file once, also where links lead to it twice. A link that leaves the directory is passed over.
 */
export async function discover(paths: readonly GivenPath[], options: DiscoverOptions): Promise<readonly Entry[]> {
  const seen: Seen = { directories: new Map(), files: new Set(), count: 0 };
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
  const real = realPath(path);
  return isTaken(seen, real) ? [] : [take(seen, path, real, !listed)];
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

/** What was taken already, by its real path. */
interface Seen {
  /** Directories that were walked, with the files that lie right in them. */
  readonly directories: Map<string, readonly FileEntry[]>;
  /** Files that were named, or that a link led to. */
  readonly files: Set<string>;
  /** Of all files. */
  count: number;
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
  isOver(): boolean | Promise<boolean>;
  onDirectory(path: string, listing: Listing): void;
  onFiles(files: readonly FileEntry[]): void;
  readonly seen: Seen;
  readonly entries: Entry[];
  /** Links come last, so that what they lead to is reported where it really lies if the walk comes by there. */
  readonly links: Visit[];
}

async function walk(root: string, options: DiscoverOptions, seen: Seen): Promise<readonly Entry[]> {
  const { isOver = () => false, onDirectory = () => {}, onFiles = () => {} } = options;
  const rulesFor = (path: string) => (options.respectGitignore ? ignoreRules(path, options.environment) : noRules);
  const globs = options.globs(root);
  const state: Walk = {
    ...{ root: realPath(root), globs, rulesFor, isOver, onDirectory, onFiles, seen },
    ...{ entries: [], links: [] },
  };
  await walkTree(state, { path: root, real: state.root, rules: rulesFor(root), isNamed: true });
  for (let link = state.links.shift(); link !== undefined; link = state.links.shift()) await followLink(state, link);
  return state.entries.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
}

/** Every step here is taken for each file of a tree: strings are put together by hand, and the rules asked last. */
async function walkTree(state: Walk, root: Visit): Promise<void> {
  const stack = [root];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const isOver = state.isOver();
    if (isOver !== false && (await isOver)) return;
    if (state.seen.directories.has(top.real)) continue;
    const files: FileEntry[] = [];
    state.seen.directories.set(top.real, files);
    const children = list(top.path);
    if (!Array.isArray(children)) {
      state.entries.push({ ...children, path: top.path });
      continue;
    }
    const listing = listingOf(children);
    if (top.isNamed !== true && listing.isEnvironment) continue;
    const rules = rulesIn(top, listing, state);
    state.onDirectory(top.path, listing);
    const prefix = top.path === '.' ? '' : withEnd(top.path, '/');
    const real = withEnd(top.real, sep);
    for (const child of children) {
      const { name } = child;
      if (child.isFile()) {
        if (hasPythonExtension(name)) takeFile(state, { path: prefix + name, name, rules }, real, files);
        continue;
      }
      const visit: Visit = { path: prefix + name, real: real + name, rules };
      if (child.isSymbolicLink()) state.links.push(visit);
      else if (child.isDirectory() && entersDirectory(state, visit)) stack.push(visit);
    }
    if (files.length > 0) state.onFiles(files);
    addAll(state.entries, files);
  }
}

/** In a repository of its own, a submodule or a linked worktree, what is said outside of it does not count. */
function rulesIn({ path, rules, isNamed }: Visit, { hasGit, hasIgnore }: Listing, { rulesFor }: Walk): IgnoreRules {
  if (isNamed === true) return rules;
  return hasGit ? rulesFor(path) : rules.within(basename(path), hasIgnore);
}

function listingOf(children: readonly Dirent[]): Listing {
  let [hasPyproject, hasGit, hasIgnore, isEnvironment] = [false, false, false, false];
  for (const { name } of children) {
    if (name === 'pyproject.toml') hasPyproject = true;
    else if (name === '.git') hasGit = true;
    else if (name === '.gitignore') hasIgnore = true;
    else if (name === 'pyvenv.cfg') isEnvironment = true;
  }
  return { hasPyproject, hasGit, hasIgnore, isEnvironment };
}

function withEnd(path: string, end: string): string {
  return path.endsWith(end) ? path : path + end;
}

/** A Python file of a directory that is walked, or a link in it that leads to one. */
interface Found {
  readonly path: string;
  readonly name: string;
  /** That hold where it was found. */
  readonly rules: IgnoreRules;
}

/** @param real of the directory, with a separator behind */
function takeFile({ globs, seen }: Walk, { path, name, rules }: Found, real: string, files: FileEntry[]): void {
  if (!globs.takes(path) || rules.ignores(name, false)) return;
  // No file lies twice in a directory, and no directory is walked twice.
  if (seen.files.size > 0 && seen.files.has(real + name)) return;
  files.push({ kind: 'file', path, explicit: false, number: seen.count });
  seen.count += 1;
}

function isTaken({ directories, files }: Seen, real: string): boolean {
  return (
    files.has(real) || directories.get(dirname(real))?.some(({ path }) => basename(path) === basename(real)) === true
  );
}

/** A file that was named, or that a link led to. */
function take(seen: Seen, path: string, real: string, explicit: boolean): FileEntry {
  seen.files.add(real);
  const number = seen.count;
  seen.count += 1;
  return { kind: 'file', path, explicit, number };
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
  if (found.isFile() && isPython) {
    const isWanted = state.globs.takes(path) && !rules.ignores(nameOf(path), false);
    if (isWanted && !isTaken(state.seen, target.real)) state.entries.push(take(state.seen, path, target.real, false));
  } else if (found.isDirectory() && entersDirectory(state, target)) await walkTree(state, target);
}

function isExcluded(path: string, options: DiscoverOptions): boolean {
  const directory = dirname(path);
  if (path.split('/').some((name) => SKIPPED.has(name)) || !options.globs(directory).takes(path)) return true;
  return options.respectGitignore && ignoreRules(directory, options.environment).ignores(basename(path), false);
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
