import { diagnostic } from './diagnostics.js';
import type { Document } from './documents/document.js';
import type { Diagnostic } from './findings.js';
import type { Module } from './python/module.js';
import { lineEnd, lineStart, type Range } from './text.js';

const SKIP = /#\s*loopshift:\s*skip(?![-\w])/;
const SKIP_FILE = /^[ \t]*#\s*loopshift:\s*skip-file\b/m;

/** `# loopshift: skip` on the first or last line of a site, or the cell tag `loopshift-skip`. */
export function findSuppression(extent: Range, module: Module): Diagnostic | undefined {
  const { document } = module;
  if (document.cellAt(extent.start).tags.includes('loopshift-skip'))
    return diagnostic(extent, 'LS113', 'the cell tag `loopshift-skip`');
  for (const offset of [extent.start, Math.max(extent.start, extent.end - 1)]) {
    const line = document.masked.slice(lineStart(document.masked, offset), lineEnd(document.masked, offset));
    if (SKIP.test(line)) return diagnostic(extent, 'LS113', '`# loopshift: skip`');
  }
  return undefined;
}

/** `# loopshift: skip-file` on a line of its own. */
export function isFileSkipped(document: Document): boolean {
  return SKIP_FILE.test(document.masked);
}
