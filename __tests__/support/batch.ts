import { join } from 'node:path';
import type { FileEntry } from '../../src/batch/entries.js';
import { type BatchOptions, runBatch } from '../../src/batch/run.js';
import type { FileOutcome } from '../../src/reporters/index.js';

/** Files of a folder, as a walk would have found them. */
export function files(folder: string, ...names: readonly string[]): readonly FileEntry[] {
  return names.map((name, number) => ({ kind: 'file', path: join(folder, name), explicit: false, number }));
}

/** A run from its first step to its last. */
export async function outcomes(entries: readonly FileEntry[], options: BatchOptions): Promise<readonly FileOutcome[]> {
  const found: FileOutcome[] = [];
  for (const step of runBatch(entries, options)) {
    const outcome = await step;
    if (outcome !== undefined) found.push(outcome);
  }
  return found;
}
