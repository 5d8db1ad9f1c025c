import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { rawDiff } from '../reporters/diff.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { findGitRoot } from './git-root.js';

/** One patch of many files, written as they are done: never held as a whole. */
export interface PatchFile {
  add(outcome: FileOutcome): void;
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
  const file = openSync(path, 'w');
  return {
    add(outcome) {
      const { result } = outcome;
      if (result.status !== 'changed') return;
      writeSync(file, toPatch(outcome, relative(base, resolve(directory, result.source.path)).replaceAll(sep, '/')));
    },
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
