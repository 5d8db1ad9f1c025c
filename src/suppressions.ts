import { diagnostic } from './diagnostics.js';
import type { Document } from './documents/document.js';
import type { Diagnostic } from './findings.js';
import type { Module } from './python/module.js';
import { contains, lineStart, type Range } from './text.js';

const SKIP = /#\s*loopshift:\s*skip(?![-\w])/;
const SKIP_FILE = /^[ \t]*(#\s*loopshift:\s*skip-file\b)/m;

/** A comment or a cell tag that asks for something to be left alone. */
interface Suppression {
  readonly at: Range;
  /** As a message calls it. */
  readonly what: string;
  covers(extent: Range): boolean;
  /** Something was asked about that it covers. */
  isUsed: boolean;
}

/** `# loopshift: skip` on the first or last line of a site, or the cell tag `loopshift-skip`. */
export function findSuppression(extent: Range, module: Module): Diagnostic | undefined {
  const all = suppressionsOf(module).filter((each) => each.covers(extent));
  for (const each of all) each.isUsed = true;
  return all[0] && diagnostic(extent, 'LS113', all[0].what);
}

/**
 * Suppressions that cover nothing that {@link findSuppression} was asked about, for who has asked about everything.
 *
 * @param to the target, since another one may look at more
 */
export function findUnusedSuppressions(module: Module, to: string): readonly Diagnostic[] {
  const idle = suppressionsOf(module).filter((each) => !each.isUsed);
  return idle.map(({ at, what }) => diagnostic(at, 'LS116', what, to));
}

const known = new WeakMap<Module, readonly Suppression[]>();

function suppressionsOf(module: Module): readonly Suppression[] {
  const found = known.get(module) ?? collect(module);
  known.set(module, found);
  return found;
}

function collect(module: Module): readonly Suppression[] {
  const { document } = module;
  const tagged = document.cells
    .filter((cell) => cell.kind === 'code' && cell.tags.includes('loopshift-skip'))
    .map((cell): Suppression => {
      const at = { start: cell.start, end: cell.start };
      return { at, what: 'the cell tag `loopshift-skip`', covers: (extent) => contains(cell, extent), isUsed: false };
    });
  if (!document.masked.includes('loopshift')) return tagged;
  const comments = [...module.find('comment')].filter((comment) => SKIP.test(module.text(comment)));
  const lineOf = (offset: number) => lineStart(document.code, offset);
  const ofLines = comments.map(({ start, end }): Suppression => {
    const line = lineOf(start);
    const covers = (extent: Range) =>
      lineOf(extent.start) === line || lineOf(Math.max(extent.start, extent.end - 1)) === line;
    return { at: { start, end }, what: '`# loopshift: skip`', covers, isUsed: false };
  });
  return [...tagged, ...ofLines];
}

/** `# loopshift: skip-file` on a line of its own. */
export function findSkipFile(document: Document): Range | undefined {
  const found = SKIP_FILE.exec(document.masked);
  if (found === null) return undefined;
  const [whole, comment = ''] = found;
  const start = found.index + whole.length - comment.length;
  return { start, end: start + comment.length };
}
