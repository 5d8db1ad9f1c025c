import type { Edit } from '../text.js';
import type { Cell, Document, DocumentFormat, Source } from './document.js';
import { lineTable } from './lines.js';
import { spliceEdits } from './splicing.js';

/** A plain Python file: one code cell, nothing masked. Also what any name without a format of its own is read as. */
export const python: DocumentFormat = {
  name: 'python',
  extensions: ['.py', '.pyw'],
  matches: () => true,
  open: (source) => openPython(source),
};

function openPython(source: Source): Document {
  const { code, sourceEdits } = readCode(source.text);
  const cell: Cell = { start: 0, end: code.length, kind: 'code', index: 1, tags: [], python: true };
  const lines = lineTable(code);
  const document: Document = {
    source,
    format: 'python',
    code,
    masked: code,
    cells: [cell],
    magics: [],
    notes: [],
    interactive: false,
    locate: (offset) => ({ path: source.path, ...lines.position(offset) }),
    cellAt: () => cell,
    magicAt: () => undefined,
    sourceEdits,
    splice: (edits) => spliceEdits(source.text, sourceEdits(edits)),
  };
  return document;
}

/**
 * The code of a file, a character for each of its text, but for a byte order mark, which belongs to the file and not to its
 * code. A lone `\r` ends a line in Python, within strings too, so it is a `\n` in the code; where a file knows no other line
 * end, what is written into it ends with `\r` as well.
 */
export function readCode(text: string): {
  readonly code: string;
  sourceEdits(edits: readonly Edit[]): readonly Edit[];
} {
  const bom = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(bom);
  const code = body.replace(/\r(?!\n)/g, '\n');
  const isOldMac = code !== body && !body.includes('\n');
  const sourceEdits = (edits: readonly Edit[]) =>
    edits.map((edit) => ({
      ...edit,
      start: edit.start + bom,
      end: edit.end + bom,
      text: isOldMac ? edit.text.replaceAll('\n', '\r') : edit.text,
    }));
  return { code, sourceEdits };
}
