import type { DiagnosticCode, Severity } from './catalog/index.js';
import type { Node } from './python/node.js';
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
  /** Statements that go with it, besides `edits`. */
  readonly removes?: readonly Node[];
  /** Names whose import goes where nothing reads it any more. */
  readonly frees?: readonly string[];
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

/** A code of somebody else's transform, such as `MY001`: capitals and digits. `LS…` is ours, which is checked when it is used. */
export type CustomCode = Uppercase<string>;

export function isCustomCode(code: string): code is CustomCode {
  return /^(?!LS)[A-Z]{2,}\d{3,}$/.test(code);
}

export type Finding = Rewrite | Diagnostic;
