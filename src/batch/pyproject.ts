import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse, TomlError } from 'smol-toml';
import { lowerBound, type PythonVersion } from '../python/version.js';
import { findGitRoot } from './gitignore.js';
import { hasSystemCode, systemMessage } from './system-error.js';

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
 * @throws {ConfigError} where one is not valid TOML.
 */
export function findPyprojects(directory: string, cache: Map<string, Pyproject | undefined>): readonly Pyproject[] {
  const start = resolve(directory);
  const root = findGitRoot(start);
  const found: Pyproject[] = [];
  for (let at = start; ; at = dirname(at)) {
    const path = join(at, 'pyproject.toml');
    if (!cache.has(path)) cache.set(path, readPyproject(path));
    const project = cache.get(path);
    if (project !== undefined) found.push(project);
    if (at === root || dirname(at) === at) return found;
  }
}

/** `undefined` where there is no such file. */
function readPyproject(path: string): Pyproject | undefined {
  const content = readToml(path);
  if (content === undefined) return undefined;
  return { path, settings: table(content, 'tool', 'loopshift'), python: findPython(content) };
}

/** @throws {ConfigError} where the file cannot be read, or is not valid TOML; a missing one is `undefined`. */
export function readToml(path: string): Table | undefined {
  try {
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
