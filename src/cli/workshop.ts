import { availableParallelism } from 'node:os';
import type { ResultCache } from '../batch/cache.js';
import { processBytes, type Work } from '../batch/convert-bytes.js';
import type { Pool } from '../batch/pool.js';
import type { Converter } from '../batch/run.js';
import type { Seen } from '../batch/seen.js';
import { systemMessage } from '../batch/system-error.js';
import type { WorkName } from '../batch/worker.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { BUILD } from './version.js';

/** What `--jobs` and `--cache` make of a command's work. */
export interface Workshop {
  readonly convert: Converter;
  /** Others may work while this thread reads. */
  readonly readsAhead: boolean;
  readonly seen: Seen | undefined;
  close(): Promise<void>;
}

export interface Assignment {
  readonly work: Work;
  /** What it is called in a worker, and in a cache; absent for what cannot be had there: a transform, or one that asks a person. */
  readonly name: WorkName | undefined;
  readonly files: number;
}

export async function openWorkshop(
  settings: Settings,
  { work, name, files }: Assignment,
  session: Session,
): Promise<Workshop> {
  const here: Converter = (path, bytes, options) => processBytes(path, bytes, options, work, session.onBug);
  const wanted = settings.jobs === 'auto' ? Math.min(availableParallelism(), MOST) : settings.jobs;
  const size = Math.min(wanted, files);
  const pool = name === undefined || size < 2 ? undefined : createLazyPool(here, size, name, settings, session);
  const { results: cache, seen } = name === undefined ? {} : await loadCache(settings, name);
  const convert = pool?.convert ?? here;
  return {
    convert: cache === undefined ? convert : cached(convert, cache),
    readsAhead: pool !== undefined,
    seen,
    async close() {
      await pool?.close();
      try {
        cache?.save();
        seen?.save();
      } catch (error) {
        await session.note(`the cache could not be written: ${systemMessage(error)}`);
      }
    },
  };
}

/** More threads than this wait for the one that reads. */
const MOST = 8;

/** In bytes of files that may hold a site. Each thread takes its own time to become fast, and a hundred megabytes: less is done here. */
const WORTH_A_POOL = 4_000_000;

/** In bytes: a notebook like this is in memory often enough, without being sent. */
const TOO_LARGE = 4_000_000;

/** Most runs are over before a thread would be of use: without a number they start when there has been much work. */
function createLazyPool(here: Converter, size: number, name: WorkName, settings: Settings, session: Session): Pool {
  let seen = settings.jobs === 'auto' ? 0 : WORTH_A_POOL;
  let pool: Promise<Pool> | undefined;
  return {
    async convert(path, bytes, options) {
      seen += bytes.length;
      if (seen < WORTH_A_POOL || bytes.length > TOO_LARGE) return here(path, bytes, options);
      pool ??= import('../batch/pool.js').then(({ createPool }) => createPool(size, name, session.onBug));
      return (await pool).convert(path, bytes, options);
    },
    close: async () => (await pool)?.close(),
  };
}

async function loadCache({ cacheDir }: Settings, name: WorkName): Promise<{ results?: ResultCache; seen?: Seen }> {
  if (cacheDir === undefined) return {};
  const [{ openCache }, { openSeen }] = await Promise.all([import('../batch/cache.js'), import('../batch/seen.js')]);
  const version = `loopshift ${BUILD} ${name}`;
  return { results: openCache(cacheDir, version), seen: openSeen(cacheDir, version) };
}

function cached(convert: Converter, cache: ResultCache): Converter {
  return async (path, bytes, options) => {
    const known = cache.get(path, bytes, options);
    if (known !== undefined) return known;
    const outcome = await convert(path, bytes, options);
    cache.set(path, bytes, options, outcome);
    return outcome;
  };
}
