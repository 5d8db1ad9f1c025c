import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { type CodeCache, type CodeEntry, ROUNDS } from './code-cache.js';

/** Loads the files of the program as `require` does, with the code that V8 made of them before. */
export interface Loader {
  /** What the file of this name exports. */
  load(name: string): unknown;
  /** The cache has enough code of everything that was loaded. */
  isSettled(): boolean;
  /**
   * The code of what was loaded, by name, where the cache has not enough of it: of the functions that had been called the first time
   * that it was asked for.
   */
  codes(): ReadonlyMap<string, CodeEntry>;
}

interface Loaded {
  readonly script: Script;
  /** Checksum of its source. */
  readonly source: number;
  /** Of what was found in the cache. */
  readonly rounds: number;
}

/**
 * @param folder that holds all of them
 * @param outside loads what is no file of the program
 */
export function createLoader(folder: string, { entries }: CodeCache, outside: NodeJS.Require): Loader {
  const modules = new Map<string, NodeJS.Module>();
  const loaded = new Map<string, Loaded>();
  const codes = new Map<string, CodeEntry>();

  function load(name: string): unknown {
    const known = modules.get(name);
    if (known !== undefined) return known.exports;
    const path = folder + sep + name;
    const bytes = readFileSync(path);
    const source = crc32(bytes);
    const entry = entries.get(name);
    const cachedData = entry?.source === source ? entry.code : undefined;
    // The build writes functions of what a module gets from Node, in ASCII: as a string it is as long, and copied once.
    const script = new Script(bytes.toString('latin1'), {
      filename: path,
      ...(cachedData !== undefined && { cachedData }),
    });
    const isKnown = cachedData !== undefined && script.cachedDataRejected !== true;
    loaded.set(name, { script, source, rounds: isKnown ? (entry?.rounds ?? 0) : 0 });
    const module = { exports: {} } as NodeJS.Module;
    modules.set(name, module);
    const require = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    script.runInThisContext()(module.exports, require, module, path, folder);
    return module.exports;
  }

  return {
    load,
    isSettled: () => [...loaded.values()].every(isSettled),
    codes() {
      for (const [name, each] of loaded) {
        if (isSettled(each) || codes.has(name)) continue;
        codes.set(name, { source: each.source, code: each.script.createCachedData(), rounds: each.rounds + 1 });
      }
      return codes;
    },
  };
}

function isSettled({ rounds }: Loaded): boolean {
  return rounds >= ROUNDS;
}
