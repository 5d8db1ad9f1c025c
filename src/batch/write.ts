import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { isLedOutside } from './links.js';
import { hasSystemCode, systemMessage } from './system-error.js';

/** What became of a write; never thrown, since the run goes on with the next file. */
export type Written =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'LS107' | 'LS108'; readonly reason: string };

/**
 * Puts new bytes in place of the old ones: a file beside it takes its name, so that nobody ever reads half of it. Its mode and
 * owner are kept, and a link is followed to its file. Refused where the file no longer holds what was read.
 */
export function replaceFile(path: string, before: Uint8Array, after: Uint8Array): Written {
  try {
    if (!readFileSync(path).equals(before)) return { ok: false, code: 'LS108', reason: '' };
    // A file that is read-only stays so, although its directory would allow to replace it.
    accessSync(path, constants.W_OK);
    writeFileAtomic.sync(path, Buffer.from(after));
    return { ok: true };
  } catch (error) {
    return { ok: false, code: 'LS107', reason: systemMessage(error) };
  }
}

/** Writes a file that may be new, its directories with it; below `root`, and never through a link to what lies outside of it. */
export function createFile(path: string, bytes: Uint8Array, root: string = dirname(path)): Written {
  try {
    mkdirSync(root, { recursive: true });
    if (isLedOutside(path, root)) return { ok: false, code: 'LS107', reason: `a link leads out of ${root}` };
    mkdirSync(dirname(path), { recursive: true });
    writeFileAtomic.sync(path, Buffer.from(bytes));
    return { ok: true };
  } catch (error) {
    const isBelowFile = hasSystemCode(error, 'EEXIST', 'ENOTDIR');
    return { ok: false, code: 'LS107', reason: isBelowFile ? 'it would stand below a file' : systemMessage(error) };
  }
}
