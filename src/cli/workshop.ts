import type { ResultCache } from '../batch/cache.js';
import { processBytes, type Work } from '../batch/convert-bytes.js';
import type { WorkName } from '../batch/orders.js';
import type { Converter, Helper } from '../batch/run.js';
import type { Seen } from '../batch/seen.js';
import { systemMessage } from '../batch/system-error.js';
import type { Session } from './session.js';
import type { Settings } from './settings.js';
import { BUILD } from './version.js';

/** What `--cache` and helping threads make of a command's work. */
export interface Workshop {
  readonly convert: Converter;
  readonly helper: Helper | undefined;
  readonly seen: Seen | undefined;
  close(): Promise<void>;
}

export interface Assignment {
  readonly work: Work;
  /** What it is called in a worker, and in a cache; absent for what cannot be had there: a transform, or one that asks a person. */
  readonly name: WorkName | undefined;
  readonly helper: Helper | undefined;
}

export async function openWorkshop(
  settings: Settings,
  { work, name, helper }: Assignment,
  session: Session,
): Promise<Workshop> {
  const here: Converter = (path, bytes, options) => processBytes(path, bytes, options, work, session.onBug);
  const { results: cache, seen } = name === undefined ? {} : await loadCache(settings, name);
  return {
    convert: cache === undefined ? here : cached(here, cache),
    helper: cache === undefined || helper === undefined ? helper : cachedHelper(helper, cache),
    seen,
    async close() {
      try {
        cache?.save();
        seen?.save();
      } catch (error) {
        await session.note(`the cache could not be written: ${systemMessage(error)}`);
      }
    },
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

/** What is in the cache needs no help. */
function cachedHelper(helper: Helper, cache: ResultCache): Helper {
  return (path, bytes, options) => {
    if (cache.get(path, bytes, options) !== undefined) return undefined;
    return helper(path, bytes, options)?.then((outcome) => {
      cache.set(path, bytes, options, outcome);
      return outcome;
    });
  };
}
