import { type Ledger, Verdict } from './ledger.js';
import { mayHoldSite, type PrefilterOptions } from './prefilter.js';
import { createReader } from './read.js';

/** Files to look at ahead of their turn. */
export interface LookOrder {
  readonly numbers: readonly number[];
  readonly paths: readonly string[];
  readonly options: PrefilterOptions;
}

const read = createReader();

/** Writes into the ledger what the bytes of the files say, of those that nobody has taken. */
export function lookAt({ numbers, paths, options }: LookOrder, ledger: Ledger, isStopped: () => boolean): void {
  for (const [at, number] of numbers.entries()) {
    if (isStopped()) return;
    if (ledger.take(number)) ledger.settle(number, verdictOn(paths[at] as string, options));
  }
}

function verdictOn(path: string, options: PrefilterOptions): Verdict {
  try {
    return mayHoldSite(read(path), path, options) ? Verdict.candidate : Verdict.empty;
  } catch {
    // That it cannot be read is told when its turn comes.
    return Verdict.unknown;
  }
}
