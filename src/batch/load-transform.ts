import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createJiti } from 'jiti';
import * as api from '../index.js';
import { findFaultOfSpecs } from '../own/options.js';
import type { Conversion, Transform } from '../transform.js';
import { didYouMean } from './closest.js';
import { isFile } from './stats.js';
import { errorMessage } from './system-error.js';

/** A file that should hold a transform cannot be loaded, or holds none. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/** The endings that a transform's file may have. */
const ENDINGS = ['.ts', '.mts', '.cts', '.js', '.mjs', '.cjs'];

/**
 * The default export of a transform's file, TypeScript or JavaScript, ES module or CommonJS, without a build. What it imports
 * as `loopshift` is the package that is running, whether or not it is installed beside the file.
 *
 * @throws {LoadError}
 */
export function loadTransform(path: string): Transform | Conversion {
  const file = findFile(path);
  const jiti = createJiti(file, {
    fsCache: false,
    moduleCache: false,
    virtualModules: { loopshift: guarded({ ...api }) },
  });
  let found: unknown;
  try {
    // Not `jiti.import`, which gives a promise: tests are defined at once.
    found = jiti(file);
  } catch (error) {
    throw new LoadError(`${path}: ${explain(error, file)}`, { cause: error });
  }
  const transform = isRecord(found) ? (found.default ?? found) : undefined;
  const fault = findFault(transform);
  if (fault !== undefined) throw new LoadError(`${path}: ${fault}`);
  return transform as Transform | Conversion;
}

/** A path, or one that only lacks its ending, if there is such a file. */
export function findTransformFile(path: string): string | undefined {
  return ['', ...ENDINGS].map((ending) => path + ending).find(isFile);
}

function findFile(path: string): string {
  const found = findTransformFile(path);
  if (found !== undefined) return resolve(found);
  if (existsSync(path)) throw new LoadError(`${path} is a folder; name a file of it`);
  const other = findTransformFile(path.replace(/\.\w+$/, ''));
  throw new LoadError(`${path}: there is no such file${other === undefined ? '' : `; did you mean \`${other}\`?`}`);
}

/** The API, where a name that it has not is an error and not `undefined`. */
function guarded(exports: Readonly<Record<string, unknown>>): object {
  // What module systems themselves ask for.
  const isAsked = (name: string | symbol) =>
    typeof name === 'symbol' || /^(?:default|then|__esModule|module\.exports)$/.test(name);
  return new Proxy(exports, {
    has: (target, name) => !isAsked(name) || name in target,
    get(target, name) {
      if (isAsked(name) || name in target) return Reflect.get(target, name);
      throw new LoadError(`loopshift exports no \`${String(name)}\`${didYouMean(String(name), Object.keys(exports))}`);
    },
  });
}

/** `my.ts:3:9: Unexpected token`: the first line of what was thrown, and where in the file. */
function explain(error: unknown, file: string): string {
  const [first = '', ...rest] = errorMessage(error).split('\n');
  // ParseError: Unexpected token  ⏎ /path/my.ts:3:9
  const [, line, column] = /:(\d+):(\d+)$/.exec(rest.find((each) => each.trim().startsWith(file))?.trim() ?? '') ?? [];
  // its columns count from 0
  if (line !== undefined) return `${first.trim()} (line ${line}, column ${Number(column) + 1})`;
  const trace = error instanceof Error ? (error.stack ?? '') : '';
  const frame = new RegExp(`${escaped(dirname(file))}[^\\s()]*?([^\\s()/\\\\]+:\\d+):\\d+`).exec(trace)?.[1];
  const missing = /^Cannot find (?:module|package) '([^']+)'/.exec(first)?.[1];
  if (missing !== undefined) return `it imports \`${missing}\`, which is not there`;
  return frame === undefined ? first : `${first} (${frame})`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Why a default export is no transform, or `undefined`. */
function findFault(value: unknown): string | undefined {
  if (typeof value === 'function') return `its default export is a function; ${HOW}`;
  if (!isRecord(value)) return `its default export is no transform; ${HOW}`;
  const { name, summary, apply, convert, options } = value;
  if (typeof apply !== 'function' && typeof convert !== 'function') {
    return `it has no default export that is a transform, with a name and \`apply\`; ${HOW}`;
  }
  if (typeof name !== 'string' || name === '') return 'its transform has no `name`';
  if (typeof summary !== 'string') return 'its transform has no `summary`';
  if (options === undefined) return undefined;
  return isRecord(options) ? findFaultOfSpecs(options as never) : '`options` of its transform is no object';
}

const HOW = '`export default defineTransform({ name, summary, *apply(module) { … } })` makes one';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
