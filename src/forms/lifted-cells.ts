import { namesBoundBy } from '../python/globals.js';
import { isImport } from '../python/imports.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { readsWhenDefined } from '../python/span.js';
import { contains, lineEnd, lineStart, type Range } from '../text.js';
import { isCellMark } from './layout.js';

/** Whole cells of a percent-format file that go in front of the cell of a function. */
export interface LiftedCells {
  /** Where they go: the mark of the function's cell, or of the Markdown above it; the function's head where code stands between. */
  readonly place: number;
  /** The mark that the function's cell needs then, to be one of its own. */
  readonly mark: string | undefined;
  /** Each with its mark, and with the Markdown above it. */
  readonly ranges: readonly Range[];
}

interface WholeCell extends Range {
  readonly statements: readonly Node[];
}

/**
 * Cells whose code is lifted as a whole keep their marks and their Markdown, and stay cells:
 *
 *     # %%                      # %% [markdown]
 *     await start()             # Helpers
 *                               # %%
 *     # %% [markdown]           def helper(): …
 *     # Helpers
 *     # %%                      # %%
 *     def helper(): …           async def main(): …
 *
 * @param lifted statements that go in front of the function, and imports that are repeated there
 * @param head where the function starts
 */
export function findLiftedCells(lifted: readonly Node[], head: number, module: Module): LiftedCells | undefined {
  const { code, cells, format } = module.document;
  const home = cells.findIndex((cell) => cell.start <= head && head < Math.max(cell.end, cell.start + 1));
  const own = cells[home];
  if (format !== 'percent' || own === undefined || !isMarked(own, module)) return undefined;
  const opens = code.slice(lineEnd(code, own.start), head).trim() === '';
  let whole = cells.slice(home + 1).flatMap((cell, offset): WholeCell[] => {
    const statements = module.roots
      .filter((root) => contains(cell, root))
      .flatMap((root) => root.children.filter((child) => child.type !== 'comment'));
    const isWhole = statements.every((statement) => lifted.includes(statement)) && !statements.every(isImport);
    if (!isWhole || !isMarked(cell, module)) return [];
    return [{ start: withTextAbove(home + 1 + offset, home + 1, module), end: cell.end, statements }];
  });
  for (;;) {
    // class B(A): …   of a cell cannot go in front of an A that is lifted by itself
    const single = lifted.filter(
      (statement) => !isImport(statement) && !whole.some((cell) => contains(cell, statement)),
    );
    const names = namesBoundBy(module, single);
    const kept = whole.filter((cell) => !cell.statements.some((each) => readsWhenDefined(each, names, module)));
    if (kept.length === whole.length) break;
    whole = kept;
  }
  const ranges = whole.map(({ start, end }) => ({ start, end }));
  if (ranges.length === 0) return undefined;
  const mark = /^# COMMAND/.test(code.slice(own.start)) ? '# COMMAND ----------' : '# %%';
  return opens ? { place: withTextAbove(home, 0, module), mark: undefined, ranges } : { place: head, mark, ranges };
}

/** The start of a cell, or of the Markdown cells right above it. */
function withTextAbove(index: number, floor: number, { document: { cells } }: Module): number {
  let first = index;
  while (first > floor && cells[first - 1]?.kind !== 'code') first--;
  return cells[first]?.start ?? 0;
}

function isMarked(cell: Range, module: Module): boolean {
  const { code } = module.document;
  return (
    lineStart(code, cell.start) === cell.start && isCellMark(code.slice(cell.start, lineEnd(code, cell.start)), module)
  );
}
