import { join } from 'node:path';
import { codeCacheFile, readCodeCache } from './code-cache.js';
import { createLoader } from './loader.js';

declare const __LOOPSHIFT_BUILD__: string;

// A thread begins as the program does, and leaves the cache as it is.
const cache = readCodeCache(codeCacheFile(__LOOPSHIFT_BUILD__, process.env));
createLoader(join(__dirname, 'cli'), cache, require).load('convert-files.cjs');
