import type { Config, DirectoryConfig } from '../batch/config.js';
import { SETTINGS_KEYS, SETTINGS_NAMES, type SettingsName } from '../batch/settings-keys.js';
import { DEFAULT } from '../python/version.js';
import { printable, printableJson } from '../reporters/index.js';
import { convertOptions } from './convert-options.js';
import type { Settings } from './settings.js';

/** `--show-settings`: what holds in a directory, as TOML, and where each value comes from. */
export function showSettings(directory: DirectoryConfig, settings: Settings): string {
  const { config, python } = directory;
  const given = valuesOf(settings);
  const configured = valuesOf(config);
  const chosen = convertOptions(directory, settings.convert).python;
  const rows = SETTINGS_NAMES.map((name) => {
    return `${`${name} = ${printableJson(valueFor(name))}`.padEnd(28)} # ${origin(name)}`;
  });
  return `[tool.loopshift]${config.path === undefined ? '' : ` # ${printable(config.path)}`}\n${rows.join('\n')}\n`;

  function valueFor(name: SettingsName): unknown {
    if (name === 'python') return chosen ?? SETTINGS_KEYS.python.fallback;
    // Both hold.
    if (name === 'exclude') return [...config.exclude, ...settings.exclude];
    return given[name] ?? configured[name] ?? SETTINGS_KEYS[name].fallback;
  }

  function origin(name: SettingsName): string {
    const isNamed = name !== 'python' || [given.python, configured.python].includes(chosen);
    if (!isNamed && python !== undefined) return printable(`${python.key} in ${python.path}`);
    if (name === 'exclude' && given.exclude !== undefined && configured.exclude !== undefined)
      return 'configuration and command line';
    if (given[name] !== undefined) return 'command line';
    if (configured[name] !== undefined) return 'configuration';
    return name === 'python' ? `default: what the notebook says, else ${DEFAULT}` : 'default';
  }
}

/** What one of the two says; a list without an entry says nothing. */
function valuesOf(from: Pick<Config, 'convert' | 'include' | 'exclude'> & Choices): Record<SettingsName, unknown> {
  const { convert, include, exclude, respectGitignore, forceExclude } = from;
  return {
    to: convert.to,
    python: convert.python,
    guard: convert.guard,
    bridge: convert.bridge,
    unsafe: convert.unsafe,
    'clear-errors': convert.clearErrors,
    'python-cell-magics': convert.pythonCellMagics,
    'run-wrappers': convert.runWrappers,
    twins: convert.twins,
    include: include.length > 0 ? include : undefined,
    exclude: exclude.length > 0 ? exclude : undefined,
    'respect-gitignore': respectGitignore,
    'force-exclude': forceExclude,
  };
}

interface Choices {
  readonly respectGitignore?: boolean | undefined;
  readonly forceExclude?: boolean | undefined;
}
