import { type Stats, statSync } from 'node:fs';

/** What stands at a path; `undefined` where nothing does, or where it cannot be asked (`notes.txt/app.py`, a loop of links). */
export function findStats(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

export function isDirectory(path: string): boolean {
  return findStats(path)?.isDirectory() ?? false;
}

export function isFile(path: string): boolean {
  return findStats(path)?.isFile() ?? false;
}
