/** What is known of a file before it is parsed. */
export enum Verdict {
  unknown = 0,
  /** Somebody is looking at it. */
  taken = 1,
  /** It cannot hold a site: it need not be read again. */
  empty = 2,
  candidate = 3,
}

/** The verdicts on all files of a run, by their numbers. Threads share it, so that each file is looked at by whoever comes first. */
export interface Ledger {
  /** What another thread opens it with. */
  readonly shared: SharedArrayBuffer;
  verdict(number: number): Verdict;
  /** Whether nobody had taken the file; then it is for the caller to look at. */
  take(number: number): boolean;
  settle(number: number, verdict: Verdict): void;
}

export function openLedger(shared = new SharedArrayBuffer(MOST)): Ledger {
  const verdicts = new Uint8Array(shared);
  return {
    shared,
    verdict: (number) => (number < MOST ? Atomics.load(verdicts, number) : Verdict.unknown),
    take: (number) =>
      number < MOST && Atomics.compareExchange(verdicts, number, Verdict.unknown, Verdict.taken) === Verdict.unknown,
    settle(number, verdict) {
      if (number < MOST) Atomics.store(verdicts, number, verdict);
    },
  };
}

/** One byte for each file, which takes memory once it is written. Of files beyond it, nothing is known ahead of their turn. */
const MOST = 1 << 20;
