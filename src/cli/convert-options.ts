import { dirname } from 'node:path';
import type { DirectoryConfig } from '../batch/config.js';
import type { ConvertOptions } from '../options.js';

/**
 * What holds for the files of a directory: the command line, over the configuration, over what the project says of its Python. What
 * is then still `auto` or absent, each document answers for itself.
 */
export function convertOptions({ config, python }: DirectoryConfig, commandLine: ConvertOptions): ConvertOptions {
  const options = { ...config.convert, ...commandLine };
  if ((options.python ?? 'auto') !== 'auto' || python === undefined) return options;
  return { ...options, python: python.version };
}

/** The same for a file, by its path. Files with the same options get the same object: what follows from it can be kept by it. */
export function optionsByFile(
  configs: (directory: string) => DirectoryConfig,
  commandLine: ConvertOptions,
): (path: string) => ConvertOptions {
  const shared = new Map<string, ConvertOptions>();
  // Files come directory by directory, and each asks.
  const known = new Map<string, ConvertOptions>();
  return (path) => {
    const directory = dirname(path);
    const found = known.get(directory) ?? share(convertOptions(configs(directory), commandLine));
    known.set(directory, found);
    return found;
  };

  function share(options: ConvertOptions): ConvertOptions {
    const key = JSON.stringify(options);
    const first = shared.get(key) ?? options;
    shared.set(key, first);
    return first;
  }
}
