import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ConvertOptions } from '../options.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { makeCacheDirectory } from './cache-directory.js';
import { type PlainOutcome, pack, unpack } from './plain.js';

/** Outcomes of earlier runs, by what a file holds and what it was asked for. */
export interface ResultCache {
  get(path: string, bytes: Uint8Array, options: ConvertOptions): FileOutcome | undefined;
  set(path: string, bytes: Uint8Array, options: ConvertOptions, outcome: FileOutcome): void;
  /** @throws where it cannot be written. */
  save(): void;
}

/**
 * One file in a directory of its own, a line per outcome. What cannot be read, was written by another version, or does not add up
 * is no cache: it is ignored, and written anew.
 *
 * @param version of loopshift, and of all that decides what a conversion gives but the file and the options: `convert`, `scan`
 */
export function openCache(directory: string, version: string): ResultCache {
  const file = join(directory, RESULTS);
  const lines = readLines(file, version);
  let isChanged = false;

  return {
    get(path, bytes, options) {
      const [, content, checksum, json = ''] = lines.get(keyOf(path, options))?.split('\t') ?? [];
      if (content !== digest(bytes) || checksum !== digest(json)) return undefined;
      try {
        return unpack(JSON.parse(json) as PlainOutcome, path, bytes);
      } catch {
        return undefined;
      }
    },
    set(path, bytes, options, outcome) {
      // What failed may have failed for a reason that is gone tomorrow.
      if (outcome.result.status === 'failed') return;
      const key = keyOf(path, options);
      const json = JSON.stringify(pack(outcome));
      // The last to be used stands last, and stays longest.
      lines.delete(key);
      lines.set(key, [key, digest(bytes), digest(json), json].join('\t'));
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      makeCacheDirectory(directory, RESULTS);
      writeFileAtomic.sync(file, `${[version, ...newest([...lines.values()])].join('\n')}\n`);
    },
  };
}

const RESULTS = 'results';

/** The same path means another file in another directory. */
function keyOf(path: string, options: ConvertOptions): string {
  return digest([resolve(path), path, JSON.stringify(options)].join('\0'));
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url');
}

function readLines(file: string, version: string): Map<string, string> {
  try {
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
    if (first !== version) return new Map();
    return new Map(lines.filter(Boolean).map((line) => [line.slice(0, line.indexOf('\t')), line]));
  } catch {
    return new Map();
  }
}

/** In UTF-16 units. Files that are gone leave their lines behind; beyond this, the oldest go. */
const LARGEST = 100_000_000;

function newest(lines: readonly string[]): readonly string[] {
  let size = 0;
  const from = lines.findLastIndex((line) => {
    size += line.length;
    return size > LARGEST;
  });
  return lines.slice(from + 1);
}
