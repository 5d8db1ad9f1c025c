import { gatherFacts } from './analysis/facts.js';
import { diagnostic } from './diagnostics.js';
import { type Document, DocumentError, type Source } from './documents/document.js';
import { openDocument } from './documents/index.js';
import type { Diagnostic } from './findings.js';
import { recognize } from './forms/index.js';
import type { ConvertOptions, Settings } from './options.js';
import { type Plan, plan } from './plan.js';
import { type Module, parseModule } from './python/module.js';
import { DEFAULT, parseVersion } from './python/version.js';
import type { Located, Result, SiteReport } from './result.js';
import { isFileSkipped } from './suppressions.js';
import { targets } from './targets/index.js';

/**
 * Converts one file. Pure: reads nothing but its arguments, writes nothing.
 *
 * @returns What became of every run site, the new text, and the edits that lead to it. A file that cannot be opened gives
 * `status: 'failed'` and a diagnostic; nothing is thrown at the caller.
 */
export function convert(source: Source, options: ConvertOptions = {}): Result {
  return convertSource(source, options, true);
}

/** The inventory of a file: every run site, with what `convert` would do with it. Changes nothing. */
export function scan(source: Source, options: ConvertOptions = {}): Result {
  return convertSource(source, options, false);
}

function convertSource(source: Source, options: ConvertOptions, write: boolean): Result {
  let document: Document;
  try {
    document = openDocument(source, { pythonCellMagics: options.pythonCellMagics ?? [] });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return failed(source, error);
  }
  const settings = resolveSettings(document, options);
  if (isFileSkipped(document)) {
    const note = diagnostic({ start: 0, end: 0 }, 'LS113', '`# loopshift: skip-file`');
    return untouched(document, settings, [note]);
  }
  const module = parseModule(document);
  const notes = [...findNotes(document), ...findFaults(module)];
  // A script is one program: with a syntax error in it, nothing of it is known.
  if (document.format === 'python' && module.faults.length > 0) return untouched(document, settings, notes);
  const all = recognize(module, settings);
  const sites = settings.from === undefined ? all : all.filter((site) => settings.from?.includes(site.form));
  const facts = gatherFacts(module, sites, settings);
  const made = plan(targets[settings.to], facts);
  const result = toResult(document, settings, made, notes, write);
  return write ? verified(result, module) : result;
}

/** `auto` and blanks filled in for one document. */
export function resolveSettings(document: Document, options: ConvertOptions): Settings {
  const to = options.to ?? 'auto';
  const python = options.python ?? 'auto';
  return {
    to: to !== 'auto' ? to : document.interactive ? 'notebook' : 'script',
    python: python !== 'auto' ? python : (parseVersion(document.pythonVersion ?? '') ?? DEFAULT),
    guard: options.guard ?? 'auto',
    bridge: options.bridge ?? true,
    unsafe: options.unsafe ?? false,
    pythonCellMagics: options.pythonCellMagics ?? [],
    runWrappers: options.runWrappers ?? [],
    clearErrors: options.clearErrors ?? false,
    from: options.from,
    accept: options.accept,
  };
}

function toResult(
  document: Document,
  settings: Settings,
  made: Plan,
  notes: readonly Diagnostic[],
  write: boolean,
): Result {
  const sites = made.outcomes.map(
    ({ site, status, to, safety, note, group }): SiteReport => ({
      form: site.form,
      ...(to !== undefined && { to }),
      standing: site.standing.comprehensions.length > 0 ? 'comprehension' : site.standing.kind,
      status,
      safety,
      at: site.extent,
      location: document.locate(site.extent.start),
      group,
      ...(note !== undefined && {
        code: note.code,
        message: note.message,
        ...(note.hint !== undefined && { hint: note.hint }),
      }),
    }),
  );
  const edits = write ? made.edits : [];
  const converted = new Set(
    sites.filter((site) => site.status === 'converted').map((site) => document.cellAt(site.at.start).index),
  );
  const output = document.splice(edits, { clearErrors: settings.clearErrors && write ? [...converted] : [] });
  return {
    source: document.source,
    output,
    status: output === document.source.text ? 'unchanged' : 'changed',
    sites,
    diagnostics: located(document, [...notes, ...made.diagnostics]),
    rewrites: made.rewrites.map((rewrite) => ({ ...rewrite, location: document.locate(rewrite.at.start) })),
    edits,
    document,
    settings,
    unsafeSites: made.unsafeSites,
  };
}

/** The output is parsed again: a syntax error that was not there is ours, and the file stays as it is. */
function verified(result: Result, module: Module): Result {
  if (result.status !== 'changed' || result.document === undefined || result.settings === undefined) return result;
  const before = module.faults.length;
  const document = openDocument(
    { path: result.source.path, text: result.output },
    { pythonCellMagics: result.settings.pythonCellMagics },
  );
  const faults = parseModule(document).faults;
  if (faults.length <= before) return result;
  const fault = faults[faults.length - 1];
  const problem = diagnostic({ start: 0, end: 0 }, 'LS902', fault?.message ?? 'syntax error');
  return {
    ...result,
    output: result.source.text,
    status: 'failed',
    diagnostics: [...result.diagnostics, ...located(result.document, [problem])],
    rewrites: [],
    edits: [],
  };
}

function findNotes(document: Document): Diagnostic[] {
  return document.notes.map((note) => diagnostic(note.at, note.code, ...note.data));
}

function findFaults(module: Module): Diagnostic[] {
  return module.faults.map((fault) => diagnostic(fault.at, fault.kind === 'depth' ? 'LS114' : 'LS111', fault.message));
}

function located(document: Document, diagnostics: readonly Diagnostic[]): readonly Located<Diagnostic>[] {
  return diagnostics.map((item) => ({ ...item, location: document.locate(item.at.start) }));
}

function untouched(document: Document, settings: Settings, notes: readonly Diagnostic[]): Result {
  return {
    source: document.source,
    output: document.source.text,
    status: 'unchanged',
    sites: [],
    diagnostics: located(document, notes),
    rewrites: [],
    edits: [],
    document,
    settings,
    unsafeSites: 0,
  };
}

function failed(source: Source, error: DocumentError): Result {
  const item = diagnostic({ start: 0, end: 0 }, error.code, ...error.data);
  const location = { path: source.path, line: error.line, column: error.column };
  return {
    source,
    output: source.text,
    status: 'failed',
    sites: [],
    diagnostics: [{ ...item, location }],
    rewrites: [],
    edits: [],
    unsafeSites: 0,
  };
}
