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
