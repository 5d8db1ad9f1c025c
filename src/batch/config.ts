import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve, sep } from 'node:path';
import type { ConvertOptions } from '../options.js';
import { didYouMean } from './closest.js';
import { ConfigError, findPyprojects, type Pyproject, readToml, TABLE, type Table, table } from './pyproject.js';
import { SETTINGS_KEYS, SETTINGS_NAMES, type SettingsName, WrongValue } from './settings-keys.js';
import { findKey } from './toml-place.js';
import type { Listing } from './walk.js';

/** What one configuration file asks for. */
export interface Config {
  /** Absent: nothing is configured. */
  readonly path?: string;
  /** Directory that its patterns are relative to. */
  readonly base: string;
  readonly convert: ConvertOptions;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly respectGitignore?: boolean;
  readonly forceExclude?: boolean;
}

/** What holds for the files of one directory. */
export interface DirectoryConfig {
  readonly config: Config;
  /** The oldest Python that the project supports, where it says so. */
  readonly python: (Pyproject['python'] & { readonly path: string }) | undefined;
}

export interface ConfigOptions {
  /** `--config FILE`: instead of what is found. */
  readonly file?: string;
  /** `--isolated`: no configuration at all. */
  readonly isolated?: boolean;
}

/** Configuration by directory. */
export interface Configs {
  /** @throws {ConfigError} for a directory whose configuration cannot be used. */
  (directory: string): DirectoryConfig;
  /** What a walk has seen of a directory. */
  note(directory: string, listing: Listing): void;
}

/**
 * Configuration by directory: `[tool.loopshift]` of the nearest pyproject.toml that has one, and the Python version of the nearest
 * one that names it, both up to the root of the git repository.
 */
export function createConfigs(options: ConfigOptions): Configs {
  const listings = new Map<string, Listing>();
  const projects = new Map<string, readonly Pyproject[]>();
  const known = new Map<string, DirectoryConfig>();
  const fixed = options.file === undefined ? undefined : readConfigFile(options.file);
  const configs = (directory: string): DirectoryConfig => {
    const found = known.get(directory) ?? find(absolute(directory));
    known.set(directory, found);
    return found;
  };
  return Object.assign(configs, {
    note: (directory: string, listing: Listing) => void listings.set(absolute(directory), listing),
  });

  function find(directory: string): DirectoryConfig {
    if (options.isolated === true) return { config: fixed ?? emptyConfig(directory), python: undefined };
    const nearest = findPyprojects(directory, projects, listings);
    const configured = nearest.find(({ settings }) => settings !== undefined);
    const versioned = nearest.find(({ python }) => python !== undefined);
    return {
      config:
        fixed ??
        (configured === undefined
          ? emptyConfig(directory)
          : readConfig(configured.path, configured.settings ?? {}, TABLE)),
      python: versioned?.python === undefined ? undefined : { ...versioned.python, path: versioned.path },
    };
  }
}

/** A walk asks for thousands of directories, whose paths need no tidying up. */
function absolute(directory: string): string {
  return isAbsolute(directory) && sep === '/' ? directory : resolve(directory);
}

function emptyConfig(base: string): Config {
  return { base, convert: {}, include: [], exclude: [] };
}

function readConfigFile(file: string): Config {
  const content = readToml(file);
  if (content === undefined) throw new ConfigError(`${file}: no such file`);
  const path = resolve(file);
  const named = table(content, ...TABLE);
  if (named !== undefined) return readConfig(path, named, TABLE);
  // A file of its own may do without the table's name.
  if (content.tool === undefined) return readConfig(path, content, []);
  throw new ConfigError(`${file}: it has no [tool.loopshift]`);
}

/** @param table path of the table in its file, for messages */
function readConfig(path: string, settings: Table, table: readonly string[]): Config {
  const value = <Name extends SettingsName>(
    name: Name,
  ): ReturnType<(typeof SETTINGS_KEYS)[Name]['read']> | undefined => {
    if (settings[name] === undefined) return undefined;
    try {
      return SETTINGS_KEYS[name].read(settings[name]) as ReturnType<(typeof SETTINGS_KEYS)[Name]['read']>;
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      throw new ConfigError(`${placeOf(path, [...table, name])}: \`${name}\` ${error.message}`);
    }
  };
  for (const key of Object.keys(settings)) {
    if (Object.hasOwn(SETTINGS_KEYS, key)) continue;
    throw new ConfigError(
      `${placeOf(path, [...table, key])}: unknown key \`${key}\`${didYouMean(key, SETTINGS_NAMES)}`,
    );
  }
  return present({
    path,
    base: dirname(path),
    convert: present<ConvertOptions>({
      to: value('to'),
      python: value('python'),
      guard: value('guard'),
      bridge: value('bridge'),
      unsafe: value('unsafe'),
      clearErrors: value('clear-errors'),
      pythonCellMagics: value('python-cell-magics'),
      runWrappers: value('run-wrappers'),
      twins: value('twins'),
    }),
    include: value('include') ?? [],
    exclude: value('exclude') ?? [],
    respectGitignore: value('respect-gitignore'),
    forceExclude: value('force-exclude'),
  });
}

/** A record without the fields that are `undefined`. */
export function present<Type extends object>(fields: { [Key in keyof Type]: Type[Key] | undefined }): Type {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Type;
}

/** `pyproject.toml:12:1`; the file alone where the key is spelled in a way that nobody spells it. */
function placeOf(path: string, key: readonly string[]): string {
  const place = findKey(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), key);
  return place === undefined ? path : `${path}:${place.line}:${place.column}`;
}
