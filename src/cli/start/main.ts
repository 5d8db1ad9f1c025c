#!/usr/bin/env node
import { join } from 'node:path';
import { codeCacheFile, readCodeCache } from './code-cache.js';
import { createLoader } from './loader.js';

declare const __LOOPSHIFT_BUILD__: string;

// A third of the time that a small file takes would be V8 compiling the program.
const file = codeCacheFile(__LOOPSHIFT_BUILD__, process.env);
const cache = readCodeCache(file);
const loader = createLoader(join(__dirname, 'cli'), cache, require);
loader.load('main.cjs');

process.on('exit', () => {
  const isKnown = [...loader.loaded.values()].every((each) => each.isKnown);
  if (file === undefined || (isKnown && cache.rounds >= ROUNDS)) return;
  const { saveCodeCache } = loader.load('save-code.cjs') as typeof import('./save.js');
  saveCodeCache(file, loader, cache);
});

/** Each of the first runs may call what none has called before; then it is good enough. */
const ROUNDS = 5;
