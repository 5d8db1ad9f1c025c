#!/usr/bin/env node
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { codeCacheFile, readCodeCache } from './code-cache.js';
import { createLoader } from './loader.js';
import { onceWarm } from './warm.js';

declare const __LOOPSHIFT_BUILD__: string;

// When V8 compiles a function anew, for speed: twenty times as late as by itself. Most runs are over before that pays, and until then
// it takes a quarter of the time of all processors.
setFlagsFromString('--interrupt-budget=1500000');

// A third of the time that a small file takes would be V8 compiling the program.
const file = codeCacheFile(__LOOPSHIFT_BUILD__, process.env);
const cache = readCodeCache(file);
const loader = createLoader(join(__dirname, 'cli'), cache, require);
loader.load('main.cjs');

// The code of what a large tree goes on to call takes longer to load than a small file takes in all.
onceWarm(() => {
  if (file !== undefined && !loader.isSettled()) loader.codes();
});

process.on('exit', () => {
  if (file === undefined || loader.isSettled()) return;
  const { saveCodeCache } = loader.load('save-code.cjs') as typeof import('./save.js');
  saveCodeCache(file, loader, cache);
});
