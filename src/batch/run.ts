import type { ConvertOptions, Importer } from '../options.js';
import type { FileOutcome } from '../reporters/reporter.js';
import { type OnBug, processBytes, processUntouched, type Work } from './convert-bytes.js';
import type { Entry, FileEntry, ProblemEntry } from './discover.js';
import { failure } from './failure.js';
import { createImporters } from './importers.js';
import type { PatchFile } from './patch.js';
import { mayHoldSite } from './prefilter.js';
import { ConfigError } from './pyproject.js';
import { createReader } from './read.js';
import { systemMessage } from './system-error.js';
import type { Verifier } from './verify.js';

export interface BatchOptions {
  readonly work: Work;
  /** What holds for a file: the command line over the configuration of its directory. @throws {ConfigError} */
  optionsFor(path: string): ConvertOptions;
  /** Look at every file, not only at those that may hold a run site: a transform may be about anything. */
  readonly readsAll?: boolean;
  /** What is done chooses its target itself, whatever the options say: named transforms. */
  readonly anyTarget?: boolean;
  /** Write what changed. */
  readonly write: boolean;
  readonly onBug: OnBug;
  /** `--patch`: takes every change, before it is written. */
  readonly patch?: PatchFile | undefined;
  /** `--verify`: asked before anything is written. */
  readonly verifier?: Verifier | undefined;
}

/**
 * Every entry's result, in order, one at a time. A file that cannot be read, converted or written gives a failed result, and the
 * run goes on.
 */
export async function* runBatch(entries: readonly Entry[], options: BatchOptions): AsyncGenerator<FileOutcome> {
  const read = createReader();
  const importersOf = createImporters(entries);
  for (const entry of entries) {
    const outcome =
      entry.kind === 'file' ? await runFile(entry, options, { read, importersOf }) : problemOutcome(entry);
    if (outcome !== undefined) yield outcome;
  }
}

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

interface Run {
  read(path: string): Buffer;
  importersOf(path: string): readonly Importer[];
}

async function runFile(entry: FileEntry, options: BatchOptions, { read, importersOf }: Run): Promise<FileOutcome> {
  const { path } = entry;
  let settings: ConvertOptions;
  let bytes: Buffer;
  try {
    settings = options.optionsFor(path);
    bytes = read(path);
  } catch (error) {
    if (error instanceof ConfigError) return { result: failure(path, 'LS109', error.message) };
    return { result: failure(path, 'LS105', systemMessage(error)) };
  }
  // A file that was named is always read in full, so that its syntax errors are told.
  const isRead = entry.explicit || options.readsAll === true;
  if (!isRead && !mayHoldSite(bytes, path, prefilterOptions(settings, options.anyTarget === true)))
    return processUntouched(path, bytes);
  // The bytes stay as they are until the next file is read, which is after this one is written.
  let made = await processBytes(path, bytes, settings, options.work, options.onBug);
  const importedBy = mindsImporters(made) ? importersOf(path) : [];
  if (importedBy.length > 0)
    made = await processBytes(path, bytes, { ...settings, importedBy }, options.work, options.onBug);
  const outcome = options.verifier === undefined ? made : await options.verifier.verify(made);
  return outcome.result.status === 'changed' ? kept(outcome, bytes, options) : outcome;
}

/** Something of it becomes async, or no module that can be imported: who imports it has to be looked for. */
function mindsImporters({ result: { sites, settings, source } }: FileOutcome): boolean {
  if (!/\.pyw?$/i.test(source.path)) return false;
  const awaits = settings?.to === 'notebook' || settings?.to === 'repl';
  return sites.some(({ status, promotes }) => status === 'converted' && (awaits || promotes !== undefined));
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

function prefilterOptions(options: ConvertOptions, anyTarget: boolean): Parameters<typeof mayHoldSite>[2] {
  const { python, to, runWrappers = [], twins = [] } = options;
  return {
    ...(python !== undefined && python !== 'auto' && { python }),
    ...(to !== undefined && !anyTarget && { to }),
    runWrappers: [...runWrappers, ...twins.map((pair) => pair.split(':', 1)[0] ?? '')],
  };
}
