import type { Range } from '../text.js';
import type { Cell, Document, DocumentFormat, OpenOptions, Source } from './document.js';
import { lineTable } from './lines.js';
import { behindLineEnd, readLogicalLine } from './logical-lines.js';
import { cellLookup, magicLookup } from './lookup.js';
import { maskCells } from './masking.js';
import { DATABRICKS, findMarks, type Mark, mayHaveMarks } from './percent-marks.js';
import { readCode } from './python.js';
import { passString } from './python-strings.js';
import { spliceEdits } from './splicing.js';

/**
 * A Python file in cells: `# %%` (Jupytext, VS Code, Spyder), `# COMMAND ----------` (Databricks), or an IPython script
 * (`.ipy`). Its cells are ranges of the one text, each from its mark to the next; they run where a loop is running.
 */
export const percent: DocumentFormat = {
  name: 'percent',
  extensions: ['.py', '.pyw', '.ipy'],
  matches: ({ path, text }) => /\.ipy$/i.test(path) || (/\.pyw?$/i.test(path) && hasCells(text)),
  open: (source, options) => openPercent(source, options),
};

function hasCells(text: string): boolean {
  const { code } = readCode(text);
  return mayHaveMarks(code) && (DATABRICKS.test(code) || findMarks(code).length > 0);
}

function openPercent(source: Source, options: OpenOptions): Document {
  const { code, sourceEdits } = readCode(source.text);
  const marks = findMarks(code);
  const databricks = DATABRICKS.test(code);
  const bodies = new Map(marks.map((mark) => [mark.start, behindLineEnd(code, mark.end)]));
  const inner = (cell: Cell): Range => ({ start: Math.max(bodies.get(cell.start) ?? 0, cell.start), end: cell.end });
  const masking = maskCells(code, readCells(code, marks, databricks), { ...options, databricks }, inner);
  const lines = lineTable(code);
  const document: Document = {
    source,
    format: 'percent',
    code,
    masked: masking.masked,
    cells: masking.cells,
    magics: masking.magics,
    notes: masking.notes,
    interactive: true,
    locate: (offset) => ({ path: source.path, ...lines.position(offset) }),
    cellAt: cellLookup(masking.cells),
    magicAt: magicLookup(masking.magics),
    sourceEdits,
    splice: (edits) => spliceEdits(source.text, sourceEdits(edits)),
  };
  return document;
}

function readCells(code: string, marks: readonly Mark[], databricks: boolean): Cell[] {
  const cells: Cell[] = [];
  const first = marks[0];
  const head = first?.start ?? code.length;
  if (first === undefined || code.slice(0, head).trim() !== '') {
    cells.push(readCell(code, { start: 0, end: head }, undefined, 1, databricks));
  }
  for (const [index, mark] of marks.entries()) {
    const range = { start: mark.start, end: marks[index + 1]?.start ?? code.length };
    cells.push(readCell(code, range, mark, cells.length + 1, databricks));
  }
  return cells;
}

function readCell(code: string, range: Range, mark: Mark | undefined, index: number, databricks: boolean): Cell {
  const title = mark === undefined ? '' : code.slice(mark.start, mark.end);
  const id = /\bid="([^"]+)"/.exec(title)?.[1];
  const base = { ...range, index, tags: readTags(title), ...(id === undefined ? {} : { id }) };
  const body = { start: mark === undefined ? range.start : behindLineEnd(code, mark.end), end: range.end };
  const text = isText(code, body);
  const named = /\[(markdown|md|raw)\]/i.exec(title)?.[1]?.toLowerCase();
  // Code under a `[markdown]` mark still runs with the file.
  if (named !== undefined && text) return { ...base, kind: named === 'raw' ? 'raw' : 'markdown', python: false };

  // # MAGIC %md⏎# MAGIC # Title
  const language = databricks && text ? LANGUAGE.exec(code.slice(body.start, body.end))?.[1] : undefined;
  if (language === undefined) return { ...base, kind: 'code', python: true };
  return { ...base, kind: language.startsWith('md') ? 'markdown' : 'code', python: false };
}

/** Nothing but comments, empty lines and a string that nobody uses. */
function isText(code: string, { start, end }: Range): boolean {
  let strings = 0;
  for (let at = start; at < end; ) {
    const line = readLogicalLine(code, at, end);
    at = Math.max(line.next, at + 1);
    if (line.last === undefined) continue;
    const quotes = /^(?:"""|''')/.test(code.slice(line.start, line.last));
    if (!quotes || passString(code, line.start, end, '') !== line.last + 1) return false;
    strings += 1;
  }
  return strings <= 1;
}

/** `# %% title tags=["a", "b"]`, as Jupytext writes cell metadata. */
function readTags(title: string): readonly string[] {
  const list = /\btags=\[([^\]]*)\]/.exec(title)?.[1] ?? '';
  return [...list.matchAll(/"([^"]*)"|'([^']*)'/g)].map((found) => found[1] ?? found[2] ?? '');
}

const LANGUAGE = /^# MAGIC %(sql|r|scala|sh|md-sandbox|md|fs)\b/m;
