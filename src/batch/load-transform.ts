import { resolve } from 'node:path';
import { createJiti } from 'jiti';
import * as api from '../index.js';
import type { Conversion, Transform } from '../transform.js';
import { errorMessage } from './system-error.js';

/** A file that should hold a transform cannot be loaded, or holds none. */
export class LoadError extends Error {
  override readonly name = 'LoadError';
}

/**
 * The default export of a transform's file, TypeScript or JavaScript, ES module or CommonJS, without a build. What it imports
 * as `loopshift` is the package that is running, whether or not it is installed beside the file.
 *
 * @throws {LoadError}
 */
export function loadTransform(path: string): Transform | Conversion {
  const file = resolve(path);
  const jiti = createJiti(file, { fsCache: false, moduleCache: false, virtualModules: { loopshift: api } });
  let found: unknown;
  try {
    // Not `jiti.import`, which gives a promise: tests are defined at once.
    found = jiti(file);
  } catch (error) {
    throw new LoadError(`${path}: ${firstLine(errorMessage(error))}`, { cause: error });
  }
  const transform = isRecord(found) ? (found.default ?? found) : undefined;
  if (isTransform(transform)) return transform;
  throw new LoadError(`${path}: its default export is no transform; make one with \`defineTransform\``);
}

function isTransform(value: unknown): value is Transform | Conversion {
  if (!isRecord(value) || typeof value.name !== 'string' || typeof value.summary !== 'string') return false;
  return typeof value.apply === 'function' || typeof value.convert === 'function';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? '';
}
