import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import type { CodeCache, CodeEntry } from './code-cache.js';

/** Loads the files of the program as `require` does, with the code that V8 made of them before. */
export interface Loader {
  /** What the file of this name exports. */
  load(name: string): unknown;
  /** Everything that was loaded had its code in the cache. */
  isKnown(): boolean;
  /** The code of what was loaded, by name: of the functions that had been called the first time that it was asked for. */
  codes(): ReadonlyMap<string, CodeEntry>;
}

interface Loaded {
  readonly script: Script;
  /** Checksum of its source. */
  readonly source: number;
  readonly isKnown: boolean;
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
    loaded.set(name, { script, source, isKnown: cachedData !== undefined && script.cachedDataRejected !== true });
    const module = { exports: {} } as NodeJS.Module;
    modules.set(name, module);
    const require = (id: string) => (id.startsWith('./') ? load(id.slice(2)) : outside(id));
    script.runInThisContext()(module.exports, require, module, path, folder);
    return module.exports;
  }

  return {
    load,
    isKnown: () => [...loaded.values()].every(({ isKnown }) => isKnown),
    codes() {
      for (const [name, { script, source }] of loaded) {
        if (!codes.has(name)) codes.set(name, { source, code: script.createCachedData() });
      }
      return codes;
    },
  };
}
