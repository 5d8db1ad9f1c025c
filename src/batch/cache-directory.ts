import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isLedOutside } from './links.js';

/** As pytest, ruff and mypy do it: git is told to look away. @param name of the file that is to be written there */
export function makeCacheDirectory(directory: string, name: string): void {
  const ignore = join(directory, '.gitignore');
  const around = dirname(resolve(directory));
  // A checkout may bring a cache along, and links in it.
  if (existsSync(around) && [join(directory, name), ignore].some((path) => isLedOutside(path, around)))
    throw new Error(`a link leads out of ${around}`);
  mkdirSync(directory, { recursive: true });
  if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
}
