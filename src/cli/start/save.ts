import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import writeFileAtomic from 'write-file-atomic';
import type { CodeCache, CodeCacheHead, CodeEntry } from './code-cache.js';
import type { Loader } from './loader.js';

/** Adds the code of all that was loaded to the cache. Where that fails, there is none, and nothing else is different. */
export function saveCodeCache(file: string, loader: Loader, { entries }: CodeCache): void {
  try {
    // What another command has loaded stays.
    const all = new Map<string, CodeEntry>([...entries, ...loader.codes()]);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileAtomic.sync(file, pack(all), { mode: 0o600 });
    removeOld(dirname(file));
  } catch {
    // A home that cannot be written, a full disk.
  }
}

function pack(entries: ReadonlyMap<string, CodeEntry>): Buffer {
  const files = [...entries].map(([name, { source, code, rounds }]) => [name, source, code.length, rounds] as const);
  const codes = Buffer.concat([...entries.values()].map(({ code }) => code));
  const head: CodeCacheHead = { sum: crc32(codes), files };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), codes]);
}

/** Of other builds. One that is still in use makes its cache anew. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.code') && Date.now() - statSync(path).mtimeMs > MONTH) rmSync(path, { force: true });
  }
}

/** In milliseconds. */
const MONTH = 30 * 24 * 60 * 60 * 1000;
