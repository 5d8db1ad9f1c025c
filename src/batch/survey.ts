import type { Entry, FileEntry } from './entries.js';
import { type Ledger, Verdict } from './ledger.js';
import { bytesScanner } from './prefilter.js';
import { createReader } from './read.js';
import { WORDS_OF_SET } from './scanner.js';

/** What the bytes of a run's files say before any of them is parsed. */
export interface Survey {
  /** Whether the file may hold a site; @throws what its options throw. */
  mayHold(file: FileEntry, bytes: Buffer): boolean;
  /** It was looked at, and cannot hold one: it need not be read. */
  isEmpty(file: FileEntry): boolean;
  /** The files that may mention a name where they import or run another file. The first time, all are read for it: those whose turn is to come, for all. */
  mayImport(name: string): Promise<readonly string[]>;
}

/**
 * @param judge of a file's bytes, whether they may hold a site; absent where every file is converted whatever it holds
 * @param ledger others may write into it, too
 */
export function createSurvey(
  entries: readonly Entry[],
  judge: ((path: string, bytes: Buffer) => boolean) | undefined,
  ledger: Ledger,
): Survey {
  let names: Uint32Array | undefined;

  function mayHold({ number, path }: FileEntry, bytes: Buffer): boolean {
    const known = ledger.verdict(number);
    if (known === Verdict.candidate || judge === undefined) return true;
    // Somebody else may be about to say the same.
    const isCandidate = judge(path, bytes);
    ledger.settle(number, isCandidate ? Verdict.candidate : Verdict.empty);
    return isCandidate;
  }

  async function lookAtAll(): Promise<Uint32Array> {
    const read = createReader();
    const all = new Uint32Array(entries.length * WORDS_OF_SET);
    let next = Date.now() + TURN;
    for (const [index, entry] of entries.entries()) {
      if (entry.kind !== 'file') continue;
      if (Date.now() >= next) {
        await new Promise((resolve) => setImmediate(resolve));
        next = Date.now() + TURN;
      }
      try {
        const bytes = read(entry.path);
        all.set(namesIn(bytes), index * WORDS_OF_SET);
        if (mayBeLeft(entry) && ledger.take(entry.number)) mayHold(entry, bytes);
      } catch {
        // That it cannot be read, or its configuration, is told when its turn comes.
      }
    }
    return all;
  }

  return {
    mayHold,
    isEmpty: ({ number }) => ledger.verdict(number) === Verdict.empty,
    async mayImport(name) {
      names ??= await lookAtAll();
      const keyword = namesIn(Buffer.from('import')).slice();
      return filesWith(
        namesIn(Buffer.from(`import ${name}`)).map((bits, n) => bits & ~(keyword[n] as number)),
        names,
      );
    },
  };

  /** Asked for each file that becomes async: over thousands of sets each time, of which nearly all differ in the first bits. */
  function filesWith(wanted: Uint32Array, sets: Uint32Array): readonly string[] {
    const bits = [...wanted.entries()].filter(([, each]) => each !== 0);
    const found: string[] = [];
    for (const [index, { kind, path }] of entries.entries()) {
      const at = index * WORDS_OF_SET;
      if (kind === 'file' && bits.every(([n, each]) => ((sets[at + n] as number) & each) >>> 0 === each))
        found.push(path);
    }
    return found;
  }
}

function namesIn(bytes: Buffer): Uint32Array {
  return (bytes.length > LARGE ? undefined : bytesScanner()?.importedNames(bytes)) ?? ALL_NAMES;
}

const ALL_NAMES = new Uint32Array(WORDS_OF_SET).fill(0xffffffff);

/** In bytes: in a longer file many names are mentioned. */
const LARGE = 4_000_000;

/** In milliseconds: a second Ctrl-C is to end a run here too, and signals arrive only when the event loop turns. */
const TURN = 50;

/** What its bytes say may be asked before its turn: a file that was named is read in full, and a notebook has to be one. */
export function mayBeLeft({ path, explicit }: FileEntry): boolean {
  return !explicit && !path.toLowerCase().endsWith('.ipynb');
}
