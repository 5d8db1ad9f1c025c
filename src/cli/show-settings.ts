import type { DirectoryConfig } from '../batch/config.js';
import type { ConvertOptions } from '../options.js';
import { DEFAULT } from '../python/version.js';
import { convertOptions } from './convert-options.js';

/** `--show-settings`: what holds, as TOML, and where each value comes from. */
export function showSettings(directory: DirectoryConfig, commandLine: ConvertOptions): string {
  const { config, python } = directory;
  const chosen = convertOptions(directory, commandLine);
  const rows = ROWS.map(([key, name, fallback]) => {
    const value = chosen[name] ?? fallback;
    return `${`${key} = ${JSON.stringify(value)}`.padEnd(28)} # ${origin(name)}`;
  });
  return `[tool.loopshift]${config.path === undefined ? '' : ` # ${config.path}`}\n${rows.join('\n')}\n`;

  function origin(name: keyof ConvertOptions): string {
    if (name === 'python' && chosen.python !== undefined && chosen.python === python?.version) {
      const named = [commandLine.python, config.convert.python].some((each) => each === chosen.python);
      if (!named) return `${python.key} in ${python.path}`;
    }
    if (commandLine[name] !== undefined) return 'command line';
    if (config.convert[name] !== undefined) return 'configuration';
    return name === 'python' ? `default: what the notebook says, else ${DEFAULT}` : 'default';
  }
}

const ROWS: readonly (readonly [key: string, name: keyof ConvertOptions, fallback: unknown])[] = [
  ['to', 'to', 'auto'],
  ['python', 'python', 'auto'],
  ['guard', 'guard', 'auto'],
  ['bridge', 'bridge', true],
  ['unsafe', 'unsafe', false],
  ['clear-errors', 'clearErrors', false],
  ['python-cell-magics', 'pythonCellMagics', []],
  ['run-wrappers', 'runWrappers', []],
  ['twins', 'twins', []],
];
