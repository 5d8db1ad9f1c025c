import type { Edit, Range } from '../text.js';
import type { Cell, DocumentNote, Magic, OpenOptions } from './document.js';
import { maskCell } from './ipython.js';
import { blankLine } from './line-magics.js';
import { blankPrompts } from './prompts.js';
import { spliceEdits } from './splicing.js';

export interface MaskOptions extends OpenOptions {
  /** Databricks gives a cell another language by a magic with a single `%`. */
  readonly databricks: boolean;
}

export interface Masking {
  readonly masked: string;
  /** The cells given; one whose magic hands it to something else is no Python any more. */
  readonly cells: readonly Cell[];
  readonly magics: readonly Magic[];
  readonly notes: readonly DocumentNote[];
}

/** Blanks whatever is not Python in a document of cells, at equal length. `inner` is the part of a cell below its mark. */
export function maskCells(
  code: string,
  cells: readonly Cell[],
  options: MaskOptions,
  inner: (cell: Cell) => Range = (cell) => cell,
): Masking {
  const found = { masks: [] as Edit[], magics: [] as Magic[], notes: [] as DocumentNote[] };
  const masked: Cell[] = [];
  const plain = blankPrompts(code, cells);
  for (const cell of cells) {
    if (cell.python) {
      masked.push(maskCell(plain, inner(cell), options, found) ? cell : { ...cell, python: false });
    } else {
      found.masks.push({ start: cell.start, end: cell.end, text: blankLine(code.slice(cell.start, cell.end)) });
      masked.push(cell);
    }
  }
  return { masked: spliceEdits(plain, found.masks), cells: masked, magics: found.magics, notes: found.notes };
}
