import { findDefinitions } from './analysis/callees.js';
import { convert } from './convert.js';
import { diagnostic } from './diagnostics.js';
import { type Document, DocumentError, type Source } from './documents/document.js';
import { openDocument } from './documents/index.js';
import { compose, type ExportedCell, exportCells } from './export/cells.js';
import { hoistFutureImports } from './export/future-imports.js';
import { findNotebookNames } from './export/reads.js';
import { judgeSilenced } from './export/silenced.js';
import type { Diagnostic } from './findings.js';
import type { ConvertOptions } from './options.js';
import { resolveSettings } from './pipeline.js';
import { getReturns } from './python/classes.js';
import { type Module, parseModule } from './python/module.js';
import { field, type Node } from './python/node.js';
import { findStrayAwaits } from './python/stray.js';
import type { Located, Result } from './result.js';
import type { Range } from './text.js';

/**
 * A notebook as one runnable script in percent format: Markdown as comments, magics taken off or commented out, converted
 * as one module. The same notebook gives the same script (behaviour.md, "Documents").
 *
 * @param options `to` is `script` unless it says otherwise.
 * @returns The result speaks of places in the notebook; no output where it could not be read.
 */
export function exportScript(
  source: Source,
  options: ConvertOptions = {},
): { readonly result: Result; readonly output: string | undefined } {
  let document: Document;
  try {
    document = openDocument(source, { pythonCellMagics: options.pythonCellMagics ?? [] });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return { result: convert(source, options), output: undefined };
  }
  const foreign = document.notes.find((note) => note.code === 'LS110');
  if (foreign !== undefined) {
    const note = diagnostic(foreign.at, 'LS110', ...foreign.data);
    return { result: foreignResult(document, note), output: undefined };
  }
  const to = options.to === undefined || options.to === 'auto' ? 'script' : options.to;
  const settings = resolveSettings(document, { ...options, to });
  const module = parseModule(document);
  const exported = exportCells(document, module);
  const cells = hoistFutureImports(exported.cells, module);
  const script = compose(cells);
  const path = source.path.replace(/\.ipynb$/i, '.py');
  const converted = convert({ path, text: script.text }, { ...options, to, python: settings.python });
  const back = (range: Range): Range => ({ start: script.origin(range.start), end: script.origin(range.end) });
  const notes = [
    ...document.notes
      .filter((note) => note.code !== 'LS111')
      .map((note) => diagnostic(note.at, note.code, ...note.data)),
    ...exported.notes,
    ...judgeSilenced(exported.silenced, document, module),
    ...findNotebookNames(module, exported.silenced),
    ...findShownValues(cells, module),
  ].sort((a, b) => a.at.start - b.at.start);
  const stuck = findStuck(converted);
  const result: Result = {
    ...converted,
    source,
    output: converted.output,
    status: converted.status === 'failed' ? 'failed' : 'changed',
    sites: converted.sites.map((site) => {
      const at = back(site.at);
      return { ...site, at, location: document.locate(at.start) };
    }),
    diagnostics: [...notes, ...stuck, ...converted.diagnostics].map((item) => {
      const at = notes.includes(item) ? item.at : back(item.at);
      return { ...item, at, location: document.locate(at.start) };
    }),
    rewrites: [],
    edits: [],
    document,
    settings,
  };
  return { result, output: result.status === 'failed' ? undefined : converted.output };
}

/** Where an `await` stays that no script may have, nothing of the script runs: said at the first site that stays, blocked or skipped. */
function findStuck({ source: { path }, output, sites, settings }: Result): readonly Diagnostic[] {
  if (settings?.to !== 'script' && settings?.to !== 'portable') return [];
  const script = openDocument({ path, text: output });
  const [first] = findStrayAwaits(parseModule(script), false);
  if (first === undefined) return [];
  const { at } = sites.find(({ status }) => status === 'blocked') ??
    sites.find(({ form, status }) => form === 'await' && status === 'unchanged') ?? { at: { start: 0, end: 0 } };
  return [diagnostic(at, 'LS722', `${script.locate(first.start).line}`)];
}

/** Cells whose last expression a notebook shows: one remark for all of them. */
function findShownValues(cells: readonly ExportedCell[], module: Module): readonly Diagnostic[] {
  const shown = module.roots.flatMap((root) => {
    const last = root.children.findLast((child) => child.type !== 'comment');
    const value = last?.type === 'expression_statement' ? last.children[0] : undefined;
    const kept = cells.some(
      ({ cell, edits }) => cell.start <= root.start && root.start <= cell.end && edits.length === 0,
    );
    const behind = last === undefined ? '' : module.document.code.slice(last.end, root.end);
    if (value === undefined || !kept || !SHOWN.has(value.type) || /^\s*;/.test(behind)) return [];
    return isPrint(module.text(value)) || givesNothing(value, module) ? [] : [value];
  });
  const [first] = shown;
  if (first === undefined) return [];
  return [diagnostic(first, 'LS719', shown.length === 1 ? 'this cell' : `this cell and ${shown.length - 1} more`)];
}

const SHOWN = new Set([
  'identifier',
  'attribute',
  'subscript',
  'call',
  'await',
  'binary_operator',
  'tuple',
  'list',
  'dictionary',
]);

/** Calls that give nothing to show. */
function isPrint(text: string): boolean {
  return /^(?:await\s+)?(?:print|display|setattr|exit|quit|asyncio\.run|asyncio\.sleep|nest_asyncio\.apply)\(/.test(
    text,
  );
}

/** A call of a function of this notebook that returns no value. */
function givesNothing(value: Node, module: Module): boolean {
  const call = value.type === 'await' ? value.children.find((child) => child.type !== 'comment') : value;
  const definitions = call?.type === 'call' ? findDefinitions(field(call, 'function') as Node, module) : undefined;
  return definitions?.every((definition) => getReturns(definition).every((each) => each === undefined)) ?? false;
}

function foreignResult(document: Document, note: Diagnostic): Result {
  const item: Located<Diagnostic> = { ...note, severity: 'error', location: document.locate(note.at.start) };
  return {
    source: document.source,
    output: document.source.text,
    status: 'failed',
    sites: [],
    diagnostics: [item],
    rewrites: [],
    edits: [],
    document,
    unsafeSites: 0,
  };
}
