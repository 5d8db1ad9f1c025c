import { diagnostic } from './diagnostics.js';
import { type Document, DocumentError, type Source } from './documents/document.js';
import { openDocument } from './documents/index.js';
import type { Diagnostic, Rewrite } from './findings.js';
import type { ConvertOptions, Settings } from './options.js';
import { findChangedParts } from './python/changed-parts.js';
import { type Fault, type Module, parseModule } from './python/module.js';
import type { Node } from './python/node.js';
import { findStrayAwaits } from './python/stray.js';
import { DEFAULT, parseVersion } from './python/version.js';
import type { Located, Result, SiteReport } from './result.js';
import { findSkipFile, findSuppression } from './suppressions.js';
import { type Edit, lineEnd, lineStart, type Range } from './text.js';
import { findUnbound } from './unbound.js';

/** What is to become of one module. */
export interface Decision {
  readonly sites: readonly SiteReport[];
  readonly diagnostics: readonly Diagnostic[];
  readonly rewrites: readonly Rewrite[];
  /** All edits, combined: what the output is made with. */
  readonly edits: readonly Edit[];
  readonly unsafeSites: number;
  /** Cells whose stale error outputs go. */
  readonly clearErrors: readonly number[];
  /** What is said, and the file left alone, where the output does not parse. */
  broken(message: string): Diagnostic;
  /** `false`: the output is a plain file, where `await` at module level is a SyntaxError. */
  readonly topLevelAwait?: boolean;
  /** Nothing can be done with this file, and why. */
  readonly failure?: Diagnostic;
}

/**
 * One file's way from text to result, whatever is done to it: opened, parsed, decided on, spliced, parsed again. Pure.
 * A file that cannot be opened gives `status: 'failed'` and a diagnostic; nothing is thrown at the caller.
 *
 * @param isWhole everything that can be found in a file is looked for, so that what skips nothing can be told
 */
export function processSource(
  source: Source,
  options: ConvertOptions,
  decide: (module: Module, settings: Settings) => Decision,
  { isWhole = false } = {},
): Result {
  let document: Document;
  try {
    document = openDocument(source, { pythonCellMagics: options.pythonCellMagics ?? [] });
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    return unopened(source, error);
  }
  const settings = resolveSettings(document, options);
  const skip = findSkipFile(document);
  if (skip !== undefined) {
    const isIdle = isWhole && holdsNothing(document, (module) => decide(module, settings));
    const why = isIdle ? diagnostic(skip, 'LS116', SKIP_FILE, settings.to) : diagnostic(skip, 'LS113', SKIP_FILE);
    return untouched(document, settings, [why]);
  }
  const module = parseModule(document);
  const notes = [...findNotes(document), ...findFaults(module)].map((note) => unlessSkipped(note, module));
  // A script is one program: with a syntax error in it, nothing of it is known.
  if (document.format === 'python' && module.faults.length > 0) return untouched(document, settings, notes);
  const decision = decide(module, settings);
  if (decision.failure !== undefined) return failed(untouched(document, settings, notes), decision.failure);
  return verified(toResult(document, settings, decision, notes), module, decision);
}

/** A cell that is to be left alone is not complained about either. */
function unlessSkipped(note: Diagnostic, module: Module): Diagnostic {
  return note.code === 'LS110' ? note : (findSuppression(note.at, module) ?? note);
}

const SKIP_FILE = '`# loopshift: skip-file`';

/** Whether there is nothing in a file that skipping it could be for. What cannot be looked at is reason enough to skip it. */
function holdsNothing(document: Document, decide: (module: Module) => Decision): boolean {
  try {
    const module = parseModule(document);
    if (document.notes.length + module.faults.length > 0) return false;
    const { sites, rewrites, diagnostics } = decide(module);
    return sites.length + rewrites.length + diagnostics.length === 0;
  } catch {
    return false;
  }
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
    twins: options.twins ?? [],
    clearErrors: options.clearErrors ?? false,
    importedBy: options.importedBy ?? [],
    from: options.from,
    accept: options.accept,
  };
}

function toResult(document: Document, settings: Settings, decision: Decision, notes: readonly Diagnostic[]): Result {
  const { sites, rewrites, edits, unsafeSites, clearErrors } = decision;
  const output = document.splice(edits, { clearErrors });
  return {
    source: document.source,
    output,
    status: output === document.source.text ? 'unchanged' : 'changed',
    sites,
    diagnostics: located(document, [...notes, ...decision.diagnostics]),
    rewrites: rewrites.map((rewrite) => ({ ...rewrite, location: document.locate(rewrite.at.start) })),
    edits,
    document,
    settings,
    unsafeSites,
  };
}

/**
 * The output is parsed again: a syntax error that was not there is ours, and the file stays as it is. So is an `await` where
 * none is legal, which parses, and a name that nothing binds any more.
 */
function verified(result: Result, module: Module, decision: Decision): Result {
  const { document, settings, source, output } = result;
  if (result.status !== 'changed' || document === undefined || settings === undefined) return result;
  const unbound = findUnbound(result.edits, module);
  if (unbound !== undefined) {
    const { line } = document.locate(unbound.read.start);
    return failed(
      result,
      decision.broken(`nothing would bind \`${unbound.name}\`, which line ${line} of the source reads`),
    );
  }
  const { pythonCellMagics } = settings;
  const opened = openDocument({ path: source.path, text: output }, { pythonCellMagics });
  const parts = findChangedParts(module, opened, result.edits);
  if (parts !== undefined && findFlaw(parts.document, module, decision, parts.before) === undefined) return result;
  const flaw = findFlaw(opened, module, decision);
  return flaw === undefined ? result : failed(result, flaw);
}

/** @param within Only what stands here in the source is compared with the output. */
function findFlaw(
  output: Document,
  module: Module,
  decision: Decision,
  within?: readonly Range[],
): Diagnostic | undefined {
  const after = parseModule(output);
  if (after.faults.length > module.faults.length) {
    const fault = after.faults.find(({ message }) => !module.faults.some((known) => known.message === message));
    const { message, at } = (fault ?? after.faults.at(-1)) as Fault;
    return decision.broken(`${message}, ${placeInOutput(at.start, output)}`);
  }
  const topLevel = decision.topLevelAwait ?? true;
  const before = findStrayAwaits(module, topLevel).filter(
    (node) => within?.some((range) => range.start <= node.start && node.end <= range.end) ?? true,
  );
  const stray = findStrayAwaits(after, topLevel);
  if (stray.length <= before.length) return undefined;
  const place = placeInOutput((stray[stray.length - 1] as Node).start, output);
  return decision.broken(`\`await\` outside of \`async def\`, ${place}`);
}

/** The output is not shown: so its line is. */
function placeInOutput(offset: number, document: Document): string {
  const { line, cell } = document.locate(offset);
  const { code } = document;
  const text = code.slice(lineStart(code, offset), lineEnd(code, offset)).trim();
  return `on line ${line} of ${cell === undefined ? '' : `cell ${cell} of `}the output: \`${text.slice(0, 80)}\``;
}

function findNotes(document: Document): Diagnostic[] {
  return document.notes.map((note) => diagnostic(note.at, note.code, ...note.data));
}

function findFaults(module: Module): Diagnostic[] {
  return module.faults.map((fault) => diagnostic(fault.at, fault.kind === 'unread' ? 'LS114' : 'LS111', fault.message));
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

/** The same result with nothing changed, and why. */
function failed(result: Result, why: Diagnostic): Result {
  const { document, source, diagnostics } = result;
  return {
    ...result,
    output: source.text,
    status: 'failed',
    diagnostics: [...diagnostics, ...(document === undefined ? [] : located(document, [why]))],
    rewrites: [],
    edits: [],
  };
}

function unopened(source: Source, error: DocumentError): Result {
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
