import { type DiagnosticCode, entry, fill } from './catalog/index.js';
import type { Diagnostic } from './findings.js';
import type { Range } from './text.js';

/** A diagnostic of the catalogue at a place; `data` fills `{0}`, `{1}` … of its message and hint. */
export function diagnostic(at: Range, code: DiagnosticCode, ...data: readonly string[]): Diagnostic {
  const { severity, message, hint } = entry(code);
  return {
    kind: 'diagnostic',
    at: { start: at.start, end: at.end },
    code,
    severity,
    message: fill(message, data),
    hint: fill(hint, data),
  };
}
