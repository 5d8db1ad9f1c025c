import type { Cell, Document } from '../documents/document.js';
import { type Edit, indexRanges, type Range } from '../text.js';
import type { Module } from './module.js';

/** What of an output has to be parsed to know whether it is valid. */
export interface ChangedParts {
  /** The output, with nothing for cells but the parts that differ: whole statements of module level, from line to line. */
  readonly document: Document;
  /** What stood there before, in the source. */
  readonly before: readonly Range[];
}

/**
 * The statements that edits touch. The others stand in the output letter for letter, which is looked at here, and were valid where
 * they come from; statements of module level that are valid one by one are valid together. To parse the touched ones alone
 * saves half of the time that a converted file takes.
 *
 * @param after the output, opened
 * @returns `undefined` where the whole output has to be parsed.
 */
export function findChangedParts(before: Module, after: Document, edits: readonly Edit[]): ChangedParts | undefined {
  const { cells, masked } = before.document;
  if (before.faults.length > 0 || cells.length !== after.cells.length) return undefined;
  const parts: Cell[] = [];
  const touched: Range[] = [];
  for (const [index, cell] of cells.entries()) {
    const output = after.cells[index] as Cell;
    if (cell.kind !== output.kind || cell.python !== output.python) return undefined;
    if (cell.kind !== 'code' || !cell.python) continue;
    const own = edits.filter((edit) => cell.start <= edit.start && edit.end <= cell.end);
    /** Where the source's text is read up to, and the output's. */
    let [from, to] = [cell.start, output.start];
    // What is masked has no text of its own to compare: such a cell is one part.
    const isMasked = holdsMagic(before.document, cell) || holdsMagic(after, output);
    if (isMasked && own.length > 0) {
      parts.push(output);
      touched.push(cell);
      continue;
    }
    for (const chunk of touchedChunks(before, cell, own)) {
      const inside = own.filter((edit) => chunk.start <= edit.start && edit.end <= chunk.end);
      const start = to + chunk.start - from;
      const end = start + chunk.end - chunk.start + growth(inside);
      if (masked.slice(from, chunk.start) !== after.masked.slice(to, start)) return undefined;
      // A line that goes on would take the next statement with it.
      const text = after.masked.slice(start, end);
      if (end < output.end && !/(?:^|[^\\\r])\r?\n$/.test(text)) return undefined;
      // A cell may be indented as a whole, a statement of it may not.
      if (INDENTED.test(text)) return undefined;
      parts.push({ ...output, start, end });
      touched.push(chunk);
      [from, to] = [chunk.end, end];
    }
    if (masked.slice(from, cell.end) !== after.masked.slice(to, output.end)) return undefined;
  }
  return { document: { ...after, cells: parts }, before: touched };
}

/** Its first line that says something. */
const INDENTED = /^(?:[ \t\f]*(?:#[^\r\n]*)?[\r\n]+)*[ \t\f]+[^\s#]/;

function holdsMagic(document: Document, cell: Cell): boolean {
  return document.magics.some((magic) => cell.start <= magic.start && magic.end <= cell.end);
}

/** Runs of statements with an edit in them, or at their border. */
function touchedChunks(module: Module, cell: Cell, edits: readonly Edit[]): readonly Range[] {
  const borders = [...statementLines(module, cell), cell.end];
  const touching = indexRanges(edits);
  const chunks: { start: number; end: number }[] = [];
  let start = cell.start;
  for (const end of borders) {
    const isTouched = touching({ start, end }).length > 0;
    const last = chunks[chunks.length - 1];
    if (isTouched && last?.end === start) last.end = end;
    else if (isTouched) chunks.push({ start, end });
    start = end;
  }
  return chunks;
}

/** Lines that begin with a statement of module level; the first chunk has what stands above. */
function statementLines(module: Module, cell: Cell): readonly number[] {
  const { masked } = module.document;
  const root = module.roots.find((node) => node.start === cell.start && node.end === cell.end);
  const statements = (root?.children ?? []).filter((node) => node.type !== 'comment' && node.start > cell.start);
  return statements.map((node) => node.start).filter((start) => masked[start - 1] === '\n');
}

function growth(edits: readonly Edit[]): number {
  return edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
}
