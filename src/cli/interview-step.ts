import { openDocument } from '../documents/index.js';
import { difference } from '../reporters/source-edits.js';
import type { Result } from '../result.js';

/**
 * What lies between two results of one file, as a result of its own: the second one's text, with the first one's for its source.
 * Cells correspond, since a conversion in place adds and removes none.
 */
export function stepBetween(before: Result, after: Result): Result {
  const options = { pythonCellMagics: before.settings?.pythonCellMagics ?? [] };
  const { path } = before.source;
  const from = openDocument({ path, text: before.output }, options);
  const to = openDocument({ path, text: after.output }, options);
  const edits = from.cells.flatMap((cell, index) => {
    const target = to.cells[index];
    const texts = [from.code.slice(cell.start, cell.end), to.code.slice(target?.start, target?.end)] as const;
    if (texts[0] === texts[1]) return [];
    const edit = difference(...texts);
    return [{ ...edit, start: edit.start + cell.start, end: edit.end + cell.start }];
  });
  return { ...after, source: from.source, document: from, edits, sites: [], diagnostics: [], rewrites: [] };
}
