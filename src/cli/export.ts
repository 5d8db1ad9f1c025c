import { processBytes, type Work } from '../batch/convert-bytes.js';
import { failure } from '../batch/failure.js';
import { createReader } from '../batch/read.js';
import { problemOutcome } from '../batch/run.js';
import { systemMessage } from '../batch/system-error.js';
import type { Verifier } from '../batch/verify.js';
import type { Source } from '../documents/document.js';
import type { ConvertOptions } from '../options.js';
import type { FileOutcome } from '../reporters/index.js';
import type { Result } from '../result.js';
import type { Job } from './export-jobs.js';
import type { Session } from './session.js';
import { sourceFor, type Terminal } from './terminal.js';

/** A whole document written as one of another kind. No output where it failed. */
export type Exporter = (
  source: Source,
  options: ConvertOptions,
) => { readonly result: Result; readonly output: string | undefined };

export interface ExportContext {
  readonly convert: Work;
  readonly exporter: Exporter;
  optionsFor(path: string): ConvertOptions;
  readonly session: Session;
  readonly terminal: Terminal;
  readonly verifier: Verifier | undefined;
  /** The directory that everything is written below; for one file, its own. */
  readonly root: string | undefined;
  /** What stdin held, where the file is stdin. */
  readonly stdin?: Uint8Array;
}

/**
 * `-o` and `--out-dir`: every job in order. Written without `--write`, also where sites stay blocked; not where the file failed.
 */
export async function exportAll(jobs: readonly Job[], context: ExportContext): Promise<void> {
  const read = createReader();
  for (const job of jobs) {
    const { entry, out } = job;
    const outcome = entry.kind === 'file' ? await exportFile(job, read, context) : problemOutcome(entry);
    if (outcome === undefined) continue;
    await context.session.file(outcome);
    if (outcome.result.status !== 'failed' && out !== '-') {
      const isStuck = outcome.result.diagnostics.some(({ code }) => code === 'LS722');
      await context.session.note(`wrote ${out}${isStuck ? ', which does not run as it is' : ''}`);
    }
  }
}

async function exportFile(job: Job, read: (path: string) => Buffer, context: ExportContext): Promise<FileOutcome> {
  const { out, isExport } = job;
  const { path } = job.entry;
  let bytes: Uint8Array;
  try {
    bytes = context.stdin ?? Buffer.from(read(path));
  } catch (error) {
    return { result: failure(path, 'LS105', systemMessage(error)) };
  }
  let text: string | undefined;
  const work: Work = async (source, options) => {
    if (!isExport) {
      const result = await context.convert(source, options);
      text = result.output;
      return result;
    }
    const made = context.exporter(source, options);
    text = made.output;
    // The file itself stays as it is: a diff of it against another kind of file would say nothing.
    return { ...made.result, output: made.result.source.text };
  };
  const made = await processBytes(path, bytes, context.optionsFor(path), work, context.session.onBug);
  const outcome = await verified(made, out, isExport ? text : undefined, context);
  if (outcome.result.status === 'failed' || text === undefined) return outcome;
  // A new kind of file is UTF-8; one that stays what it is keeps its encoding.
  return put(out, isExport ? Buffer.from(text) : (outcome.encode?.(text) ?? Buffer.from(text)), outcome, context);
}

function verified(made: FileOutcome, out: string, text: string | undefined, context: ExportContext) {
  const { verifier } = context;
  if (verifier === undefined) return made;
  if (text === undefined) return verifier.verify(made);
  const { path } = made.result.source;
  const other = /\.ipynb$/i.test(path) ? '.py' : '.ipynb';
  return verifier.verify(made, { path: out === '-' ? path.replace(/\.\w+$/, other) : out, text });
}

async function put(out: string, bytes: Uint8Array, outcome: FileOutcome, context: ExportContext): Promise<FileOutcome> {
  if (out === '-') {
    await context.terminal.print({ out: sourceFor(context.terminal, bytes) });
    return outcome;
  }
  const { createFile } = await import('../batch/write.js');
  const done = createFile(out, bytes, context.root);
  return done.ok ? outcome : { result: failure(out, done.code, done.reason) };
}
