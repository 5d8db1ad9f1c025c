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
  const { bom, code } = withoutByteOrderMark(source.text);
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
    sourceEdits: (edits) => edits.map((edit) => ({ ...edit, start: edit.start + bom, end: edit.end + bom })),
    splice: (edits) => spliceEdits(source.text, document.sourceEdits(edits)),
  };
  return document;
}

/** A byte order mark belongs to the file, not to its code: the code starts behind it. */
export function withoutByteOrderMark(text: string): { readonly bom: 0 | 1; readonly code: string } {
  return text.startsWith('\uFEFF') ? { bom: 1, code: text.slice(1) } : { bom: 0, code: text };
}
