import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, resolve, sep } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { ConvertOptions } from '../options.js';
import { makeCacheDirectory } from './cache-directory.js';

/** Files that held no site in an earlier run. What the file system says of them is enough to know them again: they are not read. */
export interface Seen {
  /** Whether the file is as it was when it held none. */
  isEmpty(path: string, options: ConvertOptions): boolean;
  /** It was read in this run, and holds none. */
  note(path: string, options: ConvertOptions): void;
  /** @throws where it cannot be written. */
  save(): void;
}

/** @param version of loopshift, and of all that decides whether a file may hold a site but the file and the options */
export function openSeen(directory: string, version: string): Seen {
  const file = join(directory, EMPTY);
  const lines = readLines(file, version);
  const start = Date.now();
  const digests = new Map<ConvertOptions, string>();
  let isChanged = false;

  const here = resolve('.') + sep;

  function keyOf(path: string, options: ConvertOptions): string {
    const digest = digests.get(options) ?? createHash('sha256').update(JSON.stringify(options)).digest('base64url');
    digests.set(options, digest);
    return digest + (isAbsolute(path) ? path : here + path);
  }

  return {
    isEmpty(path, options) {
      const known = lines.get(keyOf(path, options));
      return known !== undefined && known === lookOf(path)?.text;
    },
    note(path, options) {
      const look = lookOf(path);
      // What changed a moment ago may change once more, and look the same.
      if (look === undefined || look.changed > start - A_MOMENT || /[\t\n]/.test(path)) return;
      lines.set(keyOf(path, options), look.text);
      isChanged = true;
    },
    save() {
      if (!isChanged) return;
      makeCacheDirectory(directory, EMPTY);
      const kept = [...lines].slice(-MOST).map(([key, look]) => `${key}\t${look}`);
      writeFileAtomic.sync(file, `${[version, ...kept].join('\n')}\n`);
    },
  };
}

const EMPTY = 'empty';

/** In milliseconds: file systems keep times by the second, or by two. */
const A_MOMENT = 3000;

/** Files that are gone leave their lines behind; beyond this, the oldest go. */
const MOST = 200_000;

/** Size, place and times: whoever sets the time of a change back cannot set back the time of that. */
function lookOf(path: string): { readonly text: string; readonly changed: number } | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const { size, ino, mtimeMs, ctimeMs } = found;
  return { text: `${size} ${ino} ${mtimeMs} ${ctimeMs}`, changed: Math.max(mtimeMs, ctimeMs) };
}

function readLines(file: string, version: string): Map<string, string> {
  try {
    const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
    if (first !== version) return new Map();
    return new Map(
      lines.filter(Boolean).map((line) => {
        const end = line.lastIndexOf('\t');
        return [line.slice(0, end), line.slice(end + 1)];
      }),
    );
  } catch {
    return new Map();
  }
}
