import { realpathSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type Entry, hasPythonExtension } from '../batch/entries.js';
import { isDirectory } from '../batch/stats.js';
import type { Settings } from './settings.js';
import { UsageError } from './usage-error.js';

/** One file, and where what is made of it goes; `-` is stdout. */
export interface Job {
  readonly entry: Entry;
  readonly out: string;
  /** A notebook becomes a script or a script a notebook; else it stays what it is, and is only written elsewhere. */
  readonly isExport: boolean;
}

/**
 * What `-o` and `--out-dir` ask for.
 *
 * @throws {UsageError} where they name no file, or one file for two.
 */
export function exportJobs(settings: Settings, entries: readonly Entry[]): readonly Job[] {
  return settings.output === undefined ? jobsForDirectory(settings, entries) : [jobForFile(settings, entries)];
}

function jobForFile(settings: Settings, entries: readonly Entry[]): Job {
  const out = settings.output ?? '';
  const [entry] = entries;
  if (entry === undefined || entries.length > 1 || isDirectory(settings.paths[0]?.path ?? '')) {
    throw new UsageError('--output takes exactly one file; --out-dir takes many');
  }
  if (out === '-') {
    if (settings.reporter.name !== 'text') throw new UsageError('stdout cannot hold both the output and the report');
    return { entry, out, isExport: isNotebook(entry.path) };
  }
  if (!hasPythonExtension(out)) throw new UsageError(`--output: \`${out}\` is neither a .py nor an .ipynb file`);
  if (isDirectory(out)) throw new UsageError(`--output: \`${out}\` is a directory; --out-dir takes one`);
  if (isSameFile(entry.path, out)) throw new UsageError('--output names the file itself: use --write');
  return { entry, out, isExport: isNotebook(entry.path) !== isNotebook(out) };
}

function jobsForDirectory(settings: Settings, entries: readonly Entry[]): readonly Job[] {
  const jobs = new Map<string, Job>();
  for (const entry of entries) {
    if (entry.kind === 'passed-over') continue;
    if (entry.kind === 'file' && !isNotebook(entry.path)) {
      if (entry.explicit) throw new UsageError(`--out-dir makes scripts of notebooks: ${entry.path} is none`);
      continue;
    }
    const out = join(settings.outDir ?? '', scriptName(settings, entry.path));
    const other = jobs.get(out);
    if (other !== undefined) {
      throw new UsageError(`${other.entry.path} and ${entry.path} would both be written to ${out}`);
    }
    jobs.set(out, { entry, out, isExport: true });
  }
  return [...jobs.values()];
}

/** `notebooks/sub/demo.ipynb`, found in `notebooks` → `sub/demo.py` */
function scriptName({ paths }: Settings, path: string): string {
  const roots = paths.map((given) => join(given.path, '/').replaceAll('\\', '/'));
  const root = roots.find((each) => each === './' || path.startsWith(each));
  const name =
    root === undefined || path.startsWith('../') ? basename(path) : path.slice(root === './' ? 0 : root.length);
  return `${name.slice(0, name.length - extname(name).length)}.py`;
}

function isNotebook(path: string): boolean {
  return extname(path).toLowerCase() === '.ipynb';
}

function isSameFile(path: string, out: string): boolean {
  try {
    return realpathSync(path) === realpathSync(out);
  } catch {
    // The output does not exist yet.
    return false;
  }
}
