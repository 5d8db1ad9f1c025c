import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Whether a real path lies outside of a directory, named by its own real path. */
export function leadsOutside(root: string, real: string): boolean {
  const way = relative(root, real);
  return way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/**
 * Whether a file that is to be written would land outside of a directory that exists, through a link: in place of the file
 * itself, or of a directory on the way to it. A link to nowhere counts: the file would be made there.
 */
export function isLedOutside(path: string, root: string): boolean {
  let at = resolve(path);
  while (lstatSync(at, { throwIfNoEntry: false }) === undefined) at = dirname(at);
  return leadsOutside(realpathSync(root), targetOf(at));
}

function targetOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(realpathSync(dirname(path)), readlinkSync(path));
  }
}
