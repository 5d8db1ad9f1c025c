import { type Dirent, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { hasSystemCode, systemMessage } from './system-error.js';

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

/** Never `.pyi`: a stub drives nothing. */
export function hasPythonExtension(path: string): boolean {
  return /[^/\\]\.(?:pyw?|ipynb)$/i.test(path);
}

/** What was taken already, by its real path. */
export interface Seen {
  /** Directories that were walked, with the files that lie right in them. */
  readonly directories: Map<string, readonly FileEntry[]>;
  /** Files that were named, or that a link led to. */
  readonly files: Set<string>;
  /** Of all files. */
  count: number;
}

export function isTaken({ directories, files }: Seen, real: string): boolean {
  return (
    files.has(real) || directories.get(dirname(real))?.some(({ path }) => basename(path) === basename(real)) === true
  );
}

/** A file that was named, or that a link led to. */
export function take(seen: Seen, path: string, real: string, explicit: boolean): FileEntry {
  seen.files.add(real);
  const number = seen.count;
  seen.count += 1;
  return { kind: 'file', path, explicit, number };
}

export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

export function stat(path: string): Stats | Omit<ProblemEntry, 'path'> {
  try {
    return statSync(path);
  } catch (error) {
    return problem(error);
  }
}

export function list(path: string): Dirent[] | Omit<ProblemEntry, 'path'> {
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
