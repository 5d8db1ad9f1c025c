import type { Edit } from '../text.js';
import type { Cell, Document, DocumentFormat, DocumentNote, OpenOptions, Source, SpliceOptions } from './document.js';
import { findOtherLanguage, isOtherCellLanguage } from './kernel.js';
import { lineTable } from './lines.js';
import { cellLookup, magicLookup } from './lookup.js';
import { maskCells } from './masking.js';
import { type CellSource, type Notebook, readNotebook } from './nbformat.js';
import { notebookEdits } from './notebook-edits.js';
import { spliceEdits } from './splicing.js';

/**
 * A Jupyter notebook (nbformat 3 and 4). Its code is the source of all cells, one line end between any two; its edits go
 * into the JSON strings that hold them, and every other byte stays.
 */
export const notebook: DocumentFormat = {
  name: 'notebook',
  extensions: ['.ipynb'],
  matches: (source) => source.path.toLowerCase().endsWith('.ipynb'),
  open: (source, options) => openNotebook(source, options),
};

function openNotebook(source: Source, options: OpenOptions): Document {
  const file = readNotebook(source.text);
  const otherLanguage = findOtherLanguage(file.metadata);
  const { code, cells: unmasked } = joinCells(file, otherLanguage === undefined);
  const masking = maskCells(code, unmasked, { ...options, databricks: file.metadata.databricks === true });
  const cells = masking.cells;
  const cellAt = cellLookup(cells);
  const lines = lineTable(code);
  const notes: readonly DocumentNote[] =
    otherLanguage === undefined ? masking.notes : [{ at: { start: 0, end: 0 }, code: 'LS110', data: [otherLanguage] }];
  const { version } = file.metadata;

  const document: Document = {
    source,
    format: 'notebook',
    code,
    masked: masking.masked,
    cells,
    magics: masking.magics,
    notes,
    interactive: true,
    ...(version === undefined || otherLanguage !== undefined ? {} : { pythonVersion: version }),
    locate: (offset) => {
      const cell = cellAt(offset);
      const { line, column } = lines.position(offset);
      const inCell = { path: source.path, line: line - lines.line(cell.start) + 1, column, cell: cell.index };
      return cell.id === undefined ? inCell : { ...inCell, cellId: cell.id };
    },
    cellAt,
    magicAt: magicLookup(masking.magics),
    sourceEdits: (edits: readonly Edit[], { clearErrors = [] }: SpliceOptions = {}) =>
      notebookEdits(source.text, file, cells, edits, clearErrors),
    splice: (edits, spliceOptions) => spliceEdits(source.text, document.sourceEdits(edits, spliceOptions)),
  };
  return document;
}

function joinCells(file: Notebook, pythonKernel: boolean): { readonly code: string; readonly cells: readonly Cell[] } {
  const texts: string[] = [];
  const cells: Cell[] = [];
  let start = 0;
  for (const [index, { kind, id, tags, language, source }] of file.cells.entries()) {
    const text = sourceText(source);
    const python = pythonKernel && kind === 'code' && !(language !== undefined && isOtherCellLanguage(language));
    const end = start + text.length;
    cells.push({ start, end, kind, index: index + 1, ...(id === undefined ? {} : { id }), tags, python });
    texts.push(text);
    start = end + 1;
  }
  return { code: texts.join('\n'), cells };
}

function sourceText(source: CellSource | undefined): string {
  if (source === undefined) return '';
  if (source.kind === 'text') return source.string.value;
  return source.list.elements.map((element) => element.value).join('');
}
