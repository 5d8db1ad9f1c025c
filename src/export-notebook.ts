import { convert } from './convert.js';
import { type CellText, composeNotebook } from './documents/compose.js';
import { type Document, DocumentError, type Source } from './documents/document.js';
import { openDocument } from './documents/index.js';
import { type ScriptCell, scriptCells } from './export/script-cells.js';
import type { ConvertOptions } from './options.js';
import { parseModule } from './python/module.js';
import type { Located, Result } from './result.js';
import { lineEnd, lineStart, type Range } from './text.js';

/**
 * A script as a notebook: cells by its marks (`# %%`, `# COMMAND ----------`), else one for each block of its top level,
 * then converted as a notebook is. The same script gives the same notebook, ids and all (behaviour.md, "Documents").
 *
 * @param options `to` is `notebook` unless it says otherwise.
 * @returns The result speaks of places in the script; no output where it could not be read.
 */
export function exportNotebook(
  source: Source,
  options: ConvertOptions = {},
): { readonly result: Result; readonly output: string | undefined } {
  const to = options.to === undefined || options.to === 'auto' ? 'notebook' : options.to;
  let document: Document;
  try {
    document = openDocument(source, { pythonCellMagics: options.pythonCellMagics ?? [] });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { result: convert(source, { ...options, to }), output: undefined };
  }
  const cells = scriptCells(document, parseModule(document));
  const python = options.python === 'auto' ? undefined : options.python;
  const path = source.path.replace(/\.\w+$/, '.ipynb');
  const made = convert({ path, text: composeNotebook(cells, { python }) }, { ...options, to });
  const output =
    made.status === 'failed' ? undefined : composeNotebook(filledCells(made.output, path, cells), { python });
  const result: Result = {
    ...made,
    source,
    output: output ?? source.text,
    status: made.status === 'failed' ? 'failed' : 'changed',
    sites: made.sites.map((site) => ({ ...site, ...placeOf(site.location, site.at, cells, made, document) })),
    diagnostics: made.diagnostics.map((item) => ({
      ...item,
      ...placeOf(item.location, item.at, cells, made, document),
    })),
    rewrites: [],
    edits: [],
    document,
  };
  return { result, output };
}

/** A cell that a conversion has left empty, such as one with `import asyncio` alone, is no cell. */
function filledCells(text: string, path: string, from: readonly ScriptCell[]): readonly CellText[] {
  const document = openDocument({ path, text });
  return document.cells.flatMap((cell, index): readonly CellText[] => {
    const source = document.code.slice(cell.start, cell.end);
    const { tags } = cell;
    const isLeftEmpty = source.trim() === '' && from[index]?.text !== '';
    return isLeftEmpty
      ? []
      : [{ kind: cell.kind, text: source.replace(/^(?:[ \t]*\n)+/, ''), ...(tags.length > 0 && { tags }) }];
  });
}

/** Where in the script something stands that was found in the notebook. */
function placeOf(
  { cell = 1, line }: Located<object>['location'],
  at: Range,
  cells: readonly ScriptCell[],
  { document: notebook }: Result,
  script: Document,
): { readonly at: Range; readonly location: Located<object>['location'] } {
  const origin = cells[cell - 1]?.origins[line - 1] ?? 0;
  const code = notebook?.code ?? '';
  const start = Math.min(origin + at.start - lineStart(code, at.start), lineEnd(script.code, origin));
  const range = { start, end: Math.min(start + at.end - at.start, script.code.length) };
  return { at: range, location: script.locate(start) };
}
