import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { crc32 } from 'node:zlib';

/** What V8 made of the program in earlier runs: of each of its files, the code of the functions that were called. */
export interface CodeCache {
  readonly entries: ReadonlyMap<string, CodeEntry>;
}

export interface CodeEntry {
  /** Checksum of the source that it was made of. */
  readonly source: number;
  readonly code: Buffer;
  /** How many runs have added to it. */
  readonly rounds: number;
}

/** Each of the first runs may call what none has called before; then it is good enough. */
export const ROUNDS = 10;

/** The first line of the file; the codes follow one another in this order. */
export interface CodeCacheHead {
  /** Checksum of all codes. */
  readonly sum: number;
  readonly files: readonly (readonly [name: string, source: number, length: number, rounds: number])[];
}

/**
 * Where the cache is kept: in the user's own place for such things, one file for each build of loopshift and each Node.
 * `undefined`: there is to be none.
 *
 * @param build of loopshift
 */
export function codeCacheFile(build: string, environment: NodeJS.ProcessEnv): string | undefined {
  const { LOOPSHIFT_CODE_CACHE: chosen, NODE_DISABLE_COMPILE_CACHE: disabled } = environment;
  if (chosen === '0' || disabled !== undefined) return undefined;
  const directory = chosen || join(userCaches(environment), 'loopshift');
  return isAbsolute(directory) ? join(directory, `${build}-${process.version}-${process.arch}.code`) : undefined;
}

function userCaches({ XDG_CACHE_HOME: xdg, LOCALAPPDATA: local }: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32') return local ?? '';
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches');
  return xdg || join(homedir(), '.cache');
}

/** A cache that cannot be read, does not add up, or that somebody else may have written is an empty one. */
export function readCodeCache(file: string | undefined): CodeCache {
  try {
    if (file !== undefined && isOurs(file)) return open(readFileSync(file));
  } catch {
    // The first run; or not one line of it can be trusted.
  }
  return { entries: new Map() };
}

/** What is read here is run: under `sudo`, the user's own cache is not root's. */
function isOurs(file: string): boolean {
  const { uid, mode } = statSync(file);
  return process.getuid === undefined || (uid === process.getuid() && (mode & WRITABLE_BY_OTHERS) === 0);
}

const WRITABLE_BY_OTHERS = 0o022;

/**
 * V8 looks at the version and the length of a code, and at none of its bytes: that they are the right ones is for us to see.
 *
 * @throws where it does not add up.
 */
function open(whole: Buffer): CodeCache {
  const start = whole.indexOf('\n') + 1;
  const { files, sum } = JSON.parse(whole.toString('utf8', 0, start)) as CodeCacheHead;
  const codes = whole.subarray(start);
  if (crc32(codes) !== sum) throw new Error('not what was written');
  const entries = new Map<string, CodeEntry>();
  let end = 0;
  for (const [name, source, length, rounds] of files) {
    entries.set(name, { source, code: codes.subarray(end, end + length), rounds });
    end += length;
  }
  return { entries };
}
