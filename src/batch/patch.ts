import { createHash } from 'node:crypto';
import { closeSync, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { rawDiff } from '../reporters/diff.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { findGitRoot } from './git-root.js';
import { isLedOutside } from './links.js';

/** One patch of many files, written as they are done: never held as a whole. */
export interface PatchFile {
  /**
   * Before the file itself is written: what is not in the patch cannot be taken back.
   *
   * @throws where it cannot be written, or cannot name the file; it is as it was then.
   */
  add(outcome: FileOutcome): void;
  /** Takes out what was added last: the file was not written. */
  retract(): void;
  close(): void;
}

/**
 * What `git apply` takes. Its names are relative to the root of the git repository around `directory`, as in git's own patches;
 * outside of one, to the directory.
 *
 * @throws where the file cannot be written.
 */
export function createPatchFile(path: string, directory: string): PatchFile {
  const base = patchBase(directory);
  // /dev/stdout is one, too.
  if (!resolve(path).startsWith('/dev/') && isLedOutside(path, dirname(path)))
    throw new Error('it is a link that leads out of its directory');
  const file = openSync(path, 'w');
  // A pipe has no places to go back to.
  const isFile = fstatSync(file).isFile();
  let [before, end] = [0, 0];
  const cutTo = (length: number): void => {
    if (isFile) ftruncateSync(file, length);
    end = length;
  };
  return {
    add(outcome) {
      const name = relative(base, resolve(directory, outcome.result.source.path)).replaceAll(sep, '/');
      if (/^\.\.(?:\/|$)/.test(name) || isAbsolute(name)) throw new Error(`the file lies outside of ${base}`);
      const bytes = toPatch(outcome, name);
      before = end;
      try {
        for (let at = 0; at < bytes.length; ) {
          at += writeSync(file, bytes, at, bytes.length - at, isFile ? before + at : null);
        }
        end = before + bytes.length;
      } catch (error) {
        cutTo(before);
        throw error;
      }
    },
    retract: () => cutTo(before),
    close: () => closeSync(file),
  };
}

/** What the names in a patch are relative to: the root of the git repository, as for `git apply`, else the directory itself. */
export function patchBase(directory: string): string {
  return findGitRoot(directory) ?? resolve(directory);
}

/** As git names the content of a file, in the `index` line of a patch. */
export function blobName(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** The lines are in the file's own encoding, as they have to be; its name is UTF-8. */
function toPatch({ result, encode = utf8 }: FileOutcome, name: string): Uint8Array {
  const diff = rawDiff(result, name);
  const git = diff.indexOf('\n') + 1;
  const hunks = diff.indexOf('\n@@ ') + 1;
  const index = `index ${blobName(encode(result.source.text))}..${blobName(encode(result.output))}\n`;
  return Buffer.concat([utf8(diff.slice(0, git) + index + diff.slice(git, hunks)), encode(diff.slice(hunks))]);
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8');
}
