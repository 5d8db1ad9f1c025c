import { addAll, type Edit } from '../text.js';
import type { Cell } from './document.js';
import { listEdits, stringEdits } from './json-edits.js';
import { lineEdits } from './line-edits.js';
import { lastAtMost } from './lines.js';
import { type Notebook, type NotebookCell, readList } from './nbformat.js';
import { type NotebookStyle, notebookStyle } from './notebook-style.js';
import { inOrder } from './splicing.js';

/** Edits of a notebook's code as edits of its JSON text, in order. `clearErrors` lists cells by their 1-based index. */
export function notebookEdits(
  text: string,
  notebook: Notebook,
  cells: readonly Cell[],
  edits: readonly Edit[],
  clearErrors: readonly number[],
): readonly Edit[] {
  if (edits.length === 0 && clearErrors.length === 0) return [];
  const style = notebookStyle(text, notebook);
  const all: Edit[] = [];
  for (const [index, own] of editsByCell(cells, edits)) {
    const cell = cells[index];
    const file = notebook.cells[index];
    if (cell === undefined || file === undefined) continue;
    addAll(all, cellEdits(text, file, relative(own, cell.start), style));
  }
  for (const index of new Set(clearErrors)) addAll(all, staleErrorEdits(text, notebook.cells[index - 1], style));
  return inOrder(all);
}

/** @throws where an edit reaches into a second cell: nothing may ask for that. */
function editsByCell(cells: readonly Cell[], edits: readonly Edit[]): ReadonlyMap<number, Edit[]> {
  const starts = cells.map((cell) => cell.start);
  const byCell = new Map<number, Edit[]>();
  for (const edit of inOrder(edits)) {
    const index = lastAtMost(starts, edit.start);
    const cell = cells[index];
    if (cell === undefined || edit.start < cell.start || edit.end > cell.end) {
      throw new Error(`edit ${edit.start}-${edit.end} does not stand in one cell`);
    }
    const own = byCell.get(index);
    if (own === undefined) byCell.set(index, [edit]);
    else own.push(edit);
  }
  return byCell;
}

function relative(edits: readonly Edit[], start: number): Edit[] {
  return edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
}

function cellEdits(text: string, { source }: NotebookCell, edits: readonly Edit[], style: NotebookStyle): Edit[] {
  if (source === undefined) throw new Error('the cell has no source to edit');
  if (source.kind === 'text') return stringEdits(text, source.string, edits, style.encode);
  return lineEdits(text, source.list, edits, style.encode, style.list);
}

/** `asyncio.run() cannot be called …` says nothing any more once the cell awaits. */
function staleErrorEdits(text: string, cell: NotebookCell | undefined, style: NotebookStyle): Edit[] {
  if (cell?.outputs === undefined) return [];
  const list = readList(text, cell.outputs);
  if (list === undefined) return [];
  const stale = list.elements.flatMap(({ start, end }, index) => (isStaleError(text.slice(start, end)) ? [index] : []));
  const changes = stale.map((index) => ({ from: index, to: index + 1, items: [] }));
  return listEdits(text, list, changes, style.list);
}

/** nbformat 3 calls an error output `pyerr`. */
function isStaleError(json: string): boolean {
  if (!json.includes('RuntimeError')) return false;
  const output: unknown = JSON.parse(json);
  if (typeof output !== 'object' || output === null) return false;
  const { output_type: type, ename, evalue } = output as Readonly<Record<string, unknown>>;
  if ((type !== 'error' && type !== 'pyerr') || ename !== 'RuntimeError' || typeof evalue !== 'string') return false;
  return STALE.some((message) => evalue.startsWith(message));
}

const STALE = [
  'asyncio.run() cannot be called from a running event loop',
  'This event loop is already running',
] as const;
