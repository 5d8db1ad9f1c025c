import type { Cell, DocumentNote, Magic, OpenOptions } from './document.js';
import { maskCell } from './ipython.js';

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

/** Blanks whatever is not Python in a document of cells, at equal length. */
export function maskCells(code: string, cells: readonly Cell[], options: MaskOptions): Masking {
  const pieces: string[] = [];
  const masked: Cell[] = [];
  const magics: Magic[] = [];
  const notes: DocumentNote[] = [];
  let at = 0;
  for (const cell of cells) {
    pieces.push(code.slice(at, cell.start));
    at = cell.end;
    if (!cell.python) {
      pieces.push(blank(code.slice(cell.start, cell.end)));
      masked.push(cell);
      continue;
    }
    const result = maskCell(code, cell, options);
    pieces.push(result.masked);
    masked.push(result.python ? cell : { ...cell, python: false });
    magics.push(...result.magics);
    notes.push(...result.notes);
  }
  pieces.push(code.slice(at));
  return { masked: pieces.join(''), cells: masked, magics, notes };
}

/** White space of the same length, with the same line ends. */
export function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}
