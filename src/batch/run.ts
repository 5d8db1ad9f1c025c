import type { ConvertOptions, Importer } from '../options.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { processUntouched } from './convert-bytes.js';
import type { Entry, FileEntry, ProblemEntry } from './entries.js';
import { failure, untouched } from './failure.js';
import { createImporters } from './importers.js';
import { type Ledger, openLedger } from './ledger.js';
import type { PatchFile } from './patch.js';
import { mayHoldSite, type PrefilterOptions } from './prefilter.js';
import { ConfigError } from './pyproject.js';
import { createReader, type Reader } from './read.js';
import type { Seen } from './seen.js';
import { createSurvey, type Survey } from './survey.js';
import { systemMessage } from './system-error.js';
import type { Verifier } from './verify.js';

/** How a file that may hold a site comes to its outcome: here, or out of a cache. Never rejects. */
export type Converter = (path: string, bytes: Uint8Array, options: ConvertOptions) => Promise<FileOutcome>;

/** The same in another thread; `undefined` where it is better done here. */
export type Helper = (...file: Parameters<Converter>) => Promise<FileOutcome> | undefined;

export interface BatchOptions {
  readonly convert: Converter;
  /** What holds for a file: the command line over the configuration of its directory. @throws {ConfigError} */
  optionsFor(path: string): ConvertOptions;
  /** Look at every file, not only at those that may hold a run site: a transform may be about anything. */
  readonly readsAll?: boolean;
  /** What is done chooses its target itself, whatever the options say: named transforms. */
  readonly anyTarget?: boolean;
  /** Asked first for each file: while another thread is at it, the next ones are read. */
  readonly helper?: Helper | undefined;
  /** What is known of the files, and what is found out. */
  readonly ledger?: Ledger | undefined;
  /** `--cache`: files that need not be read. */
  readonly seen?: Seen | undefined;
  /** Write what changed. */
  readonly write: boolean;
  /** `--patch`: takes every change, before it is written. */
  readonly patch?: PatchFile | undefined;
  /** `--verify`: asked before anything is written. */
  readonly verifier?: Verifier | undefined;
}

/** A file that is converted, or is about to be. */
interface Started {
  readonly bytes: number;
  readonly converted: Promise<FileOutcome>;
  readonly isHere: boolean;
  /** Whether it is done elsewhere. */
  isBack: boolean;
  /** Puts what became of it to use. */
  finish(): Promise<FileOutcome>;
}

/** A file's outcome, or what has to be waited for before the next step; it may come with one. */
export type Step = FileOutcome | Promise<FileOutcome | undefined>;

/**
 * Every entry's result, in order, whatever is done elsewhere meanwhile. A file that cannot be read, converted or written gives a
 * failed result, and the run goes on.
 */
export function* runBatch(entries: readonly Entry[], options: BatchOptions): Generator<Step, void, void> {
  const { readsAll = false, ledger = openLedger() } = options;
  const survey = createSurvey(entries, readsAll ? undefined : createPrefilter(options), ledger);
  const importersOf = createImporters(entries, survey);
  const run: Run = { ...options, read: createReader(), ledger, survey, importersOf };
  const queue: (Started | FileOutcome)[] = [];
  let waiting = 0;
  let done = 0;
  for (const entry of entries) {
    const next = startEntry(entry, run);
    if (next === undefined) continue;
    // Most files of a tree are done at once.
    if (done === queue.length && isReady(next)) {
      yield outcomeOf(next);
      continue;
    }
    queue.push(next);
    if ('finish' in next) {
      waiting += next.bytes;
      if (next.isHere) yield next.converted.then(() => undefined);
      // What is done elsewhere arrives when the event loop turns.
      yield new Promise((resolve) => setImmediate(resolve, undefined));
    }
    for (let first = queue[done]; first !== undefined; first = queue[done]) {
      if (!isReady(first) && waiting < MOST_WAITING) break;
      if ('finish' in first) waiting -= first.bytes;
      yield outcomeOf(first);
      done += 1;
    }
    if (done > 1000) done -= queue.splice(0, done).length;
  }
  for (const left of queue.slice(done)) yield outcomeOf(left);
}

function isReady(step: Started | FileOutcome): boolean {
  return 'result' in step || step.isHere || step.isBack;
}

function outcomeOf(step: Started | FileOutcome): Promise<FileOutcome> | FileOutcome {
  return 'finish' in step ? step.finish() : step;
}

/** In bytes of files: enough for every thread to have something to do, and little beside what a parser takes. */
const MOST_WAITING = 8_000_000;

/** What is said of a path that led to no file; nothing of one that a list named in passing. */
export function problemOutcome(entry: ProblemEntry): FileOutcome | undefined {
  switch (entry.kind) {
    case 'missing':
    case 'unreadable':
      return { result: failure(entry.path, 'LS105', entry.reason) };
    case 'extension':
      return { result: failure(entry.path, 'LS106', entry.reason) };
    case 'passed-over':
      return undefined;
  }
}

interface Run extends BatchOptions {
  readonly read: Reader;
  readonly ledger: Ledger;
  readonly survey: Survey;
  readonly importersOf: (path: string) => Promise<readonly Importer[]>;
}

function startEntry(entry: Entry, run: Run): Started | FileOutcome | undefined {
  if (entry.kind !== 'file') return problemOutcome(entry);
  if (!run.survey.isEmpty(entry)) return startFile(entry, run);
  run.seen?.note(entry.path, run.optionsFor(entry.path));
  return { result: untouched(entry.path) };
}

function startFile(entry: FileEntry, run: Run): Started | FileOutcome {
  const { path } = entry;
  // A file that was named is always read in full, so that its syntax errors are told.
  const isRead = entry.explicit || run.readsAll === true;
  let settings: ConvertOptions;
  let bytes: Buffer;
  try {
    settings = run.optionsFor(path);
    if (!isRead && run.seen?.isEmpty(path, settings) === true) return { result: untouched(path) };
    run.ledger.take(entry.number);
    bytes = run.read(path);
  } catch (error) {
    const [code, reason] =
      error instanceof ConfigError ? (['LS109', error.message] as const) : (['LS105', systemMessage(error)] as const);
    return { result: failure(path, code, reason) };
  }
  if (!isRead && !run.survey.mayHold(entry, bytes)) {
    const outcome = processUntouched(path, bytes);
    if (outcome.result.status === 'unchanged') run.seen?.note(path, settings);
    return outcome;
  }
  return startConversion(path, bytes, settings, run);
}

function startConversion(path: string, bytes: Buffer, settings: ConvertOptions, run: Run): Started {
  // With nobody to help, the bytes stay as they are until the next file is read, which is after this one is written.
  const own = run.helper === undefined ? bytes : run.read.keep(bytes);
  const helped = run.helper?.(path, own, settings);
  const converted = helped ?? run.convert(path, own, settings);
  const started = {
    ...{ bytes: own.length, converted, isHere: helped === undefined, isBack: false },
    finish: () => finish(path, converted, { bytes: own, settings }, run),
  };
  void helped?.then(() => {
    started.isBack = true;
  });
  return started;
}

interface Given {
  readonly bytes: Uint8Array;
  readonly settings: ConvertOptions;
}

async function finish(path: string, converted: Promise<FileOutcome>, given: Given, run: Run): Promise<FileOutcome> {
  const { bytes, settings } = given;
  let outcome = await converted;
  const importedBy = mindsImporters(outcome) ? await run.importersOf(path) : [];
  if (importedBy.length > 0) outcome = await run.convert(path, bytes, { ...settings, importedBy });
  if (run.verifier !== undefined) outcome = await run.verifier.verify(outcome);
  return outcome.result.status === 'changed' ? kept(outcome, bytes, run) : outcome;
}

/** Something of it becomes async, or no module that can be imported: who imports it has to be looked for. */
function mindsImporters({ result: { sites, settings, source } }: FileOutcome): boolean {
  if (!/\.pyw?$/i.test(source.path)) return false;
  const awaits = settings?.to === 'notebook' || settings?.to === 'repl';
  return sites.some(({ status, standing, to, promotes }) => {
    // A bridge is as sync as what it takes the place of, and in a coroutine an await has nothing to do with the module.
    const staysInside = to === 'bridge' || standing === 'async-function';
    return status === 'converted' && (promotes !== undefined || (awaits && !staysInside));
  });
}

/** A change, put into the patch and into its file; in that order, so that every change that is made can be taken back. */
async function kept(outcome: FileOutcome, before: Uint8Array, { patch, write }: BatchOptions): Promise<FileOutcome> {
  const { path } = outcome.result.source;
  try {
    patch?.add(outcome);
  } catch (error) {
    return { result: failure(path, 'LS107', `it cannot be put into the patch: ${systemMessage(error)}`) };
  }
  const { result, encode } = outcome;
  if (!write || encode === undefined) return outcome;
  const { replaceFile } = await import('./write.js');
  const done = replaceFile(path, before, encode(result.output));
  if (done.ok) return outcome;
  patch?.retract();
  return { result: failure(path, done.code, done.reason) };
}

function createPrefilter(options: BatchOptions): (path: string, bytes: Buffer) => boolean {
  const optionsFor = prefilterOptions(options);
  return (path, bytes) => mayHoldSite(bytes, path, optionsFor(path));
}

/** Thousands of files have the same options: what they mean for the prefilter is worked out once. */
export function prefilterOptions({
  optionsFor,
  anyTarget = false,
}: Pick<BatchOptions, 'optionsFor' | 'anyTarget'>): (path: string) => PrefilterOptions {
  const known = new Map<ConvertOptions, PrefilterOptions>();
  return (path) => {
    const options = optionsFor(path);
    const own = known.get(options) ?? toPrefilter(options, anyTarget);
    known.set(options, own);
    return own;
  };
}

function toPrefilter(options: ConvertOptions, anyTarget: boolean): PrefilterOptions {
  const { python, to, runWrappers = [], twins = [] } = options;
  return {
    ...(python !== undefined && python !== 'auto' && { python }),
    ...(to !== undefined && !anyTarget && { to }),
    runWrappers: [...runWrappers, ...twins.map((pair) => pair.split(':', 1)[0] ?? '')],
  };
}
