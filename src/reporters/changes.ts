import type { Cell } from '../documents/document.js';
import type { Result } from '../result.js';
import type { Edit } from '../text.js';
import { type Hunk, hunks } from './hunks.js';
import { sourceEdits } from './source-edits.js';

/** What changes in one place, as a person reads it: in a cell of a notebook, or in a file of another kind. */
export interface Change {
  /** Absent where the file is no notebook. */
  readonly cell?: Cell;
  /** Their lines are those of the cell; they may end without a line end, which means nothing there. */
  readonly hunks: readonly Hunk[];
}

/** The changes of a result: by cell of a notebook, else in one piece. Lines count from 1 within each. */
export function changesByCell(result: Result): readonly Change[] {
  const { document } = result;
  if (document?.format !== 'notebook') {
    const edits = sourceEdits(result);
    return edits.length === 0 ? [] : [{ hunks: hunks(result.source.text, edits) }];
  }
  const found = new Map<number, { cell: Cell; edits: Edit[] }>();
  for (const edit of result.edits) {
    const cell = document.cellAt(edit.start);
    const { edits } = found.get(cell.index) ?? { edits: [] as Edit[] };
    edits.push({ ...edit, start: edit.start - cell.start, end: edit.end - cell.start });
    found.set(cell.index, { cell, edits });
  }
  return [...found.values()].map(({ cell, edits }) => ({
    cell,
    hunks: hunks(document.code.slice(cell.start, cell.end), edits),
  }));
}
