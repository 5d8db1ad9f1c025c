import { basename, dirname, extname, join, sep } from 'node:path';
import { addAll } from '../text.js';
import {
  type Entry,
  hasPythonExtension,
  isTaken,
  type ProblemEntry,
  realPath,
  type Seen,
  stat,
  take,
} from './entries.js';
import { ignoreRules } from './gitignore.js';
import { SKIPPED, type WalkOptions, walk } from './walk.js';

/** A path that the user gave. */
export interface GivenPath {
  readonly path: string;
  /** From `--files-from`: such a list may name other kinds of files too (`git ls-files`), which are passed over. */
  readonly listed: boolean;
}

export interface DiscoverOptions extends WalkOptions {
  /** Exclude patterns and ignore rules hold for files named by the user too. */
  readonly forceExclude: boolean;
}

/**
 * The files that the paths stand for: a file is taken as it is, a directory is walked. In the order of the paths, within one
 * by name; each file once, also where links lead to it twice. A link that leaves the directory is passed over.
 */
export async function discover(paths: readonly GivenPath[], options: DiscoverOptions): Promise<readonly Entry[]> {
  const seen: Seen = { directories: new Map(), files: new Set(), count: 0 };
  const [first, ...others] = paths;
  if (first !== undefined && others.length === 0) return entriesOf(first, options, seen);
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

function isExcluded(path: string, options: DiscoverOptions): boolean {
  const directory = dirname(path);
  if (path.split('/').some((name) => SKIPPED.has(name)) || !options.globs(directory).takes(path)) return true;
  return options.respectGitignore && ignoreRules(directory, options.environment).ignores(basename(path), false);
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
