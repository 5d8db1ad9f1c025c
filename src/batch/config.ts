import { dirname, resolve } from 'node:path';
import { isTwin } from '../forms/twins.js';
import { type ConvertOptions, GUARD_STYLES, TARGET_NAMES } from '../options.js';
import { parseVersion } from '../python/version.js';
import { didYouMean } from './closest.js';
import { ConfigError, findPyprojects, type Pyproject, readToml, type Table, table } from './pyproject.js';

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

/**
 * Configuration by directory: `[tool.loopshift]` of the nearest pyproject.toml that has one, and the Python version of the nearest
 * one that names it, both up to the root of the git repository.
 *
 * @throws {ConfigError} on the call, for a directory whose configuration cannot be used.
 */
export function createConfigs(options: ConfigOptions): (directory: string) => DirectoryConfig {
  const projects = new Map<string, readonly Pyproject[]>();
  const known = new Map<string, DirectoryConfig>();
  const fixed = options.file === undefined ? undefined : readConfigFile(options.file);
  return (directory) => {
    const key = resolve(directory);
    const found = known.get(key) ?? find(key);
    known.set(key, found);
    return found;
  };

  function find(directory: string): DirectoryConfig {
    if (options.isolated === true) return { config: fixed ?? emptyConfig(directory), python: undefined };
    const nearest = findPyprojects(directory, projects);
    const configured = nearest.find(({ settings }) => settings !== undefined);
    const versioned = nearest.find(({ python }) => python !== undefined);
    return {
      config:
        fixed ??
        (configured === undefined ? emptyConfig(directory) : readConfig(configured.path, configured.settings ?? {})),
      python: versioned?.python === undefined ? undefined : { ...versioned.python, path: versioned.path },
    };
  }
}

function emptyConfig(base: string): Config {
  return { base, convert: {}, include: [], exclude: [] };
}

function readConfigFile(file: string): Config {
  const content = readToml(file);
  if (content === undefined) throw new ConfigError(`${file}: no such file`);
  // A file of its own may do without the table's name.
  return readConfig(resolve(file), table(content, 'tool', 'loopshift') ?? (content.tool === undefined ? content : {}));
}

/** The keys of `[tool.loopshift]`, each with what its value has to be. */
const KEYS = {
  to: oneOf([...TARGET_NAMES, 'auto']),
  python,
  guard: oneOf(GUARD_STYLES),
  bridge: boolean,
  unsafe: boolean,
  'clear-errors': boolean,
  'python-cell-magics': strings,
  'run-wrappers': strings,
  twins,
  include: strings,
  exclude: strings,
  'respect-gitignore': boolean,
  'force-exclude': boolean,
} as const;

export const CONFIG_KEYS: readonly string[] = Object.keys(KEYS);

function readConfig(path: string, settings: Table): Config {
  const value = <Key extends keyof typeof KEYS>(key: Key): ReturnType<(typeof KEYS)[Key]> | undefined => {
    if (settings[key] === undefined) return undefined;
    return KEYS[key](settings[key], `${path}: \`${key}\``) as ReturnType<(typeof KEYS)[Key]>;
  };
  for (const key of Object.keys(settings)) {
    if (!Object.hasOwn(KEYS, key))
      throw new ConfigError(`${path}: unknown key \`${key}\`${didYouMean(key, CONFIG_KEYS)}`);
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

function boolean(value: unknown, where: string): boolean {
  if (typeof value === 'boolean') return value;
  throw new ConfigError(`${where} must be true or false`);
}

function strings(value: unknown, where: string): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw new ConfigError(`${where} must be a list of strings`);
}

function twins(value: unknown, where: string): readonly string[] {
  const wrong = strings(value, where).find((pair) => !isTwin(pair));
  if (wrong === undefined) return strings(value, where);
  throw new ConfigError(`${where}: "${wrong}" is not "package.Class.method:twin"`);
}

function oneOf<Name extends string>(names: readonly Name[]): (value: unknown, where: string) => Name {
  return (value, where) => {
    const found = names.find((name) => name === value);
    if (found !== undefined) return found;
    const meant = typeof value === 'string' ? didYouMean(value, names) : '';
    throw new ConfigError(`${where} must be one of ${names.map((name) => `"${name}"`).join(', ')}${meant}`);
  };
}

function python(value: unknown, where: string): NonNullable<ConvertOptions['python']> {
  const version = value === 'auto' ? value : parseVersion(typeof value === 'string' ? value : '');
  if (version !== undefined) return version;
  throw new ConfigError(`${where} must be "auto" or a version from "3.6" to "3.15", as a string`);
}
