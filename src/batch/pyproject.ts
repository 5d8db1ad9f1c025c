import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { lowerBound, type PythonVersion } from '../python/version.js';
import { hasSystemCode, systemMessage } from './system-error.js';
import type { Listing } from './walk.js';

/** A TOML table, as far as it is known. */
export type Table = Readonly<Record<string, unknown>>;

/** A configuration that cannot be used; its message names the file. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export interface Pyproject {
  readonly path: string;
  /** `[tool.loopshift]` */
  readonly settings: Table | undefined;
  /** The oldest Python that the project supports, and the key which says so. */
  readonly python: { readonly version: PythonVersion; readonly key: string } | undefined;
}

/**
 * The `pyproject.toml` files that hold for a directory, nearest first, up to the root of its git repository.
 *
 * @param directory an absolute path
 * @param known What was found for directories so far: a walk asks for each of thousands.
 * @param listings What is known of directories without a look at them.
 * @throws {ConfigError} where one is not valid TOML.
 */
export function findPyprojects(
  directory: string,
  known: Map<string, readonly Pyproject[]>,
  listings: ReadonlyMap<string, Listing>,
): readonly Pyproject[] {
  const before = known.get(directory);
  if (before !== undefined) return before;
  // A walk comes by with many directories: their paths are put together by hand.
  const inside = directory.endsWith(sep) ? directory : directory + sep;
  const listing = listings.get(directory);
  const own = listing?.hasPyproject === false ? undefined : readPyproject(`${inside}pyproject.toml`);
  const parent = dirname(directory);
  const isRoot = parent === directory || (listing?.hasGit ?? existsSync(`${inside}.git`));
  const above = isRoot ? [] : findPyprojects(parent, known, listings);
  const found = own === undefined ? above : [own, ...above];
  known.set(directory, found);
  return found;
}

/** Where the settings stand in a pyproject.toml. */
export const TABLE = ['tool', 'loopshift'] as const;

/** `undefined` where there is no such file. */
function readPyproject(path: string): Pyproject | undefined {
  const content = readToml(path);
  if (content === undefined) return undefined;
  const [tool, name] = TABLE;
  const settings = table(content, ...TABLE);
  if (settings === undefined && table(content, tool)?.[name] !== undefined)
    throw new ConfigError(`${path}: \`${TABLE.join('.')}\` must be a table`);
  return { path, settings, python: findPython(content) };
}

/** @throws {ConfigError} where the file cannot be read, or is not valid TOML; a missing one is `undefined`. */
export function readToml(path: string): Table | undefined {
  try {
    // A walk asks every directory: an error that is thrown costs ten times as much as the question.
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    return parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return undefined;
    if (!(error instanceof TomlError)) throw new ConfigError(`${path}: ${systemMessage(error)}`);
    const reason = error.message.split('\n')[0] ?? '';
    throw new ConfigError(`${path}:${error.line}:${error.column}: ${reason}`);
  }
}

/** The table at a path of keys. */
export function table(content: Table, ...keys: readonly string[]): Table | undefined {
  let at: unknown = content;
  for (const key of keys) at = isTable(at) ? at[key] : undefined;
  return isTable(at) ? at : undefined;
}

function findPython(content: Table): Pyproject['python'] {
  const candidates = [
    ['project.requires-python', table(content, 'project')?.['requires-python']],
    ['tool.poetry.dependencies.python', table(content, 'tool', 'poetry', 'dependencies')?.python],
  ] as const;
  for (const [key, value] of candidates) {
    const version = typeof value === 'string' ? lowerBound(value) : undefined;
    if (version !== undefined) return { version, key };
  }
  return undefined;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
