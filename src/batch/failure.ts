import type { DiagnosticCode } from '../catalog/index.js';
import { diagnostic } from '../diagnostics.js';
import type { Result } from '../result.js';
import type { Location } from '../text.js';

/** The result of a file that could not be read, converted or written: nothing changed, and one diagnostic that says why. */
export function failure(path: string, code: DiagnosticCode, ...data: readonly string[]): Result {
  return failureAt({ path, line: 1, column: 1 }, code, data);
}

export function failureAt(location: Location, code: DiagnosticCode, data: readonly string[]): Result {
  const found = diagnostic({ start: 0, end: 0 }, code, ...data);
  return { ...untouched(location.path), status: 'failed', diagnostics: [{ ...found, location }] };
}

/** The result of a file that holds nothing to convert, so that it was not even parsed: as most do. */
export function untouched(path: string): Result {
  return {
    source: { path, text: '' },
    output: '',
    status: 'unchanged',
    sites: NONE,
    diagnostics: NONE,
    rewrites: NONE,
    edits: NONE,
    unsafeSites: 0,
  };
}

const NONE: readonly never[] = Object.freeze([]);
