import type { Dirent } from 'node:fs';
import { basename, sep } from 'node:path';
import {
  type Entry,
  type FileEntry,
  hasPythonExtension,
  isTaken,
  list,
  realPath,
  type Seen,
  stat,
  take,
} from './entries.js';
import type { GitEnvironment } from './git-config.js';
import { type IgnoreRules, ignoreRules, noRules } from './gitignore.js';
import type { Globs } from './globs.js';
import { leadsOutside } from './links.js';

export interface WalkOptions {
  /** Patterns by which files of directories are taken or left; asked for each directory that is walked. */
  globs(directory: string): Globs;
  readonly respectGitignore: boolean;
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

/** Directories that hold other people's code, or copies. One of them that is named on the command line is walked all the same. */
export const SKIPPED = new Set([
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

/** The files of a directory and of those below, by name. */
export async function walk(root: string, options: WalkOptions, seen: Seen): Promise<readonly Entry[]> {
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
    if (files.length === 0) continue;
    state.onFiles(files);
    for (const file of files) state.entries.push(file);
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
