import type { DiagnosticCode, Severity } from './catalog/index.js';
import type { Edit, Range } from './text.js';

/**
 * What a rewrite promises.
 *
 * - `safe`: in the target, the program does what it did at home: same values, same order, same exceptions, same end.
 * - `unsafe`: likely so, but it rests on something the file does not show (another module's loop, a library's twin).
 */
export type Safety = 'safe' | 'unsafe';

/** A group of edits that is applied whole or not at all. */
export interface Rewrite {
  readonly kind: 'rewrite';
  readonly at: Range;
  /** One phrase, in the imperative: "await the coroutine". */
  readonly summary: string;
  readonly safety: Safety;
  readonly edits: readonly Edit[];
}

/** A refusal or a caution, at a place. */
export interface Diagnostic {
  readonly kind: 'diagnostic';
  readonly at: Range;
  readonly code: DiagnosticCode | CustomCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
}

/** A code of somebody else's transform: anything that is not `LS…`. */
export type CustomCode = `${Uppercase<string>}${number}`;

export type Finding = Rewrite | Diagnostic;
