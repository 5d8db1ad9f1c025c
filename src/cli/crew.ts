import { availableParallelism } from 'node:os';
import type { OnBug } from '../batch/convert-bytes.js';
import type { DiscoverOptions } from '../batch/discover.js';
import type { FileEntry } from '../batch/entries.js';
import { type Ledger, openLedger } from '../batch/ledger.js';
import type { WorkName } from '../batch/orders.js';
import type { Pool } from '../batch/pool.js';
import type { PrefilterOptions } from '../batch/prefilter.js';
import type { Helper } from '../batch/run.js';
import { mayBeLeft } from '../batch/survey.js';
import type { Settings } from './settings.js';

/** Threads beside this one: they look at files while it walks, and convert some of them while it converts others. */
export interface Crew {
  readonly ledger: Ledger;
  readonly onFiles: NonNullable<DiscoverOptions['onFiles']>;
  readonly helper: Helper;
  close(): Promise<void>;
}

export interface CrewOptions {
  /** What the work is called in a thread. */
  readonly work: WorkName;
  /** What a look at a file is told. @throws for a configuration that cannot be used. */
  optionsFor(path: string): PrefilterOptions;
  readonly onBug: OnBug;
}

/**
 * Without a number in `--jobs`, threads start when there has been enough to do for one to be worth it: most runs are over before.
 * The number counts this one.
 */
export function openCrew({ jobs, cacheDir, since }: Settings, options: CrewOptions): Crew | undefined {
  const size = (jobs === 'auto' ? Math.min(availableParallelism(), MOST) : jobs) - 1;
  if (size < 1) return undefined;
  const { work, optionsFor, onBug } = options;
  const ledger = openLedger();
  const worth = jobs === 'auto' ? WORTH_A_THREAD : { files: 1, bytes: 0 };
  // Most of them may not have to be read.
  const looksAhead = cacheDir === undefined && since === undefined;
  let opened: Pool | undefined;
  let opening: Promise<Pool> | undefined;
  let bytesSeen = 0;
  let batch: Batch = { files: [], options: {} };

  function open(): Promise<Pool> {
    opening ??= import('../batch/pool.js').then(({ createPool }) => {
      opened = createPool(size, work, ledger.shared, onBug);
      return opened;
    });
    return opening;
  }

  function look({ files, options }: Batch): void {
    const order = { numbers: files.map(({ number }) => number), paths: files.map(({ path }) => path), options };
    void open().then((pool) => pool.look(order));
  }

  return {
    ledger,
    onFiles(found) {
      const own = looksAhead ? optionsOf(found, optionsFor) : undefined;
      if (own === undefined) return;
      if (batch.options !== own) {
        // What is left over is looked at by this thread, in its turn.
        if (opened !== undefined) look(batch);
        batch = { files: [], options: own };
      }
      for (const file of found) if (mayBeLeft(file)) batch.files.push(file);
      if (batch.files.length < (opening === undefined ? worth.files : ENOUGH_AT_ONCE)) return;
      look(batch);
      batch = { files: [], options: own };
    },
    helper(path, bytes, settings) {
      bytesSeen += bytes.length;
      if (opened === undefined && bytesSeen >= worth.bytes) void open();
      const isWorthIt = bytes.length <= TOO_LARGE && bytesSeen >= Math.min(worth.bytes, WORTH_HELP);
      return isWorthIt ? opened?.convert(path, bytes, settings) : undefined;
    },
    close: async () => (await opening)?.close(),
  };
}

interface Batch {
  readonly files: FileEntry[];
  readonly options: PrefilterOptions;
}

/** That a configuration cannot be used is told of each of its files, in its turn. */
function optionsOf([first]: readonly FileEntry[], optionsFor: CrewOptions['optionsFor']): PrefilterOptions | undefined {
  try {
    return first && optionsFor(first.path);
  } catch {
    return undefined;
  }
}

/** More threads than this wait for the one that reads. */
const MOST = 8;

/**
 * A thread takes a while to start, and longer to become fast: files to look at, and bytes of files that may hold a site, from
 * which on it gains time.
 */
const WORTH_A_THREAD = { files: 3000, bytes: 1_000_000 };

/** In bytes of files that may hold a site, where a thread has been looking at files already. */
const WORTH_HELP = 100_000;

/** Files that are sent together. */
const ENOUGH_AT_ONCE = 256;

/** In bytes: a notebook like this is in memory often enough, without being sent. */
const TOO_LARGE = 4_000_000;
