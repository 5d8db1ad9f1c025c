import { DocumentError, type Source } from '../documents/document.js';
import { decode, encode } from '../documents/encoding.js';
import { openDocument } from '../documents/index.js';
import type { ConvertOptions } from '../options.js';
import { loadParser, releaseMemory } from '../python/parser.js';
import type { FileOutcome } from '../reporters/reporter.js';
import type { Result } from '../result.js';
import { TransformError } from '../transform.js';
import { failure, failureAt, untouched } from './failure.js';
import { errorMessage } from './system-error.js';

/** What is done to each file: `convert`, `scan`, a transform. */
export type Work = (source: Source, options: ConvertOptions) => Result | Promise<Result>;

/** Told of every exception that is a bug in loopshift; the run goes on. */
export type OnBug = (path: string, error: unknown) => void;

/** Bytes in, result out. Whatever goes wrong is a result too. */
export async function processBytes(
  path: string,
  bytes: Uint8Array,
  options: ConvertOptions,
  work: Work,
  onBug: OnBug,
): Promise<FileOutcome> {
  const opened = open(path, bytes);
  if ('status' in opened) return { result: opened };
  const { source, encoding } = opened;
  try {
    await loadParser();
    const result = await work(source, options);
    await releaseMemory();
    // An output that its encoding cannot hold is found now, not half-way through a write.
    // UTF-8 holds everything.
    if (result.status === 'changed' && encoding !== 'utf-8') encode(result.output, encoding);
    return { result, encode: (text) => encode(text, encoding) };
  } catch (error) {
    onBug(path, error instanceof TransformError ? error.cause : error);
    return { result: internalError(path, error) };
  }
}

/** A file that holds no site still has to be what it claims. For `.py`, its bytes were looked at already. */
export function processUntouched(path: string, bytes: Uint8Array): FileOutcome {
  if (!path.toLowerCase().endsWith('.ipynb')) return { result: untouched(path) };
  const opened = open(path, bytes);
  if ('status' in opened) return { result: opened };
  try {
    openDocument(opened.source);
    return { result: untouched(path) };
  } catch (error) {
    return { result: asFailure(path, error) };
  }
}

export function internalError(path: string, error: unknown): Result {
  if (error instanceof TransformError) return failure(path, 'LS903', error.transform, error.message);
  return failure(path, 'LS901', errorMessage(error));
}

function open(path: string, bytes: Uint8Array): { readonly source: Source; readonly encoding: string } | Result {
  try {
    const { text, encoding } = decode(bytes);
    return { source: { path, text }, encoding };
  } catch (error) {
    return asFailure(path, error);
  }
}

function asFailure(path: string, error: unknown): Result {
  if (!(error instanceof DocumentError)) return internalError(path, error);
  return failureAt({ path, line: error.line, column: error.column }, error.code, error.data);
}
