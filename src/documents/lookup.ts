import type { Cell, Magic } from './document.js';
import { lastAtMost } from './lines.js';

/** Finds the cell that holds an offset. The place behind a cell's last character belongs to it, unless the next cell starts there. */
export function cellLookup(cells: readonly Cell[]): (offset: number) => Cell {
  const starts = cells.map((cell) => cell.start);
  return (offset) => cells[lastAtMost(starts, offset)] ?? NO_CELL;
}

/** Finds the innermost magic that holds an offset: a line magic stands inside the cell magic above it. */
export function magicLookup(magics: readonly Magic[]): (offset: number) => Magic | undefined {
  const starts = magics.map((magic) => magic.start);
  // The furthest end among each magic and all before it: how far back it is worth looking.
  const reach: number[] = [];
  for (const magic of magics) reach.push(Math.max(magic.end, reach.at(-1) ?? 0));
  return (offset) => {
    for (let index = lastAtMost(starts, offset); index >= 0 && (reach[index] ?? 0) > offset; index -= 1) {
      const magic = magics[index];
      if (magic !== undefined && magic.start <= offset && offset < magic.end) return magic;
    }
    return undefined;
  };
}

/** What a notebook without cells answers. */
const NO_CELL: Cell = { start: 0, end: 0, kind: 'raw', index: 1, tags: [], python: false };
