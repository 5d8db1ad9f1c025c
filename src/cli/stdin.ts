import { processBytes, type Work } from '../batch/convert-bytes.js';
import { hasPythonExtension } from '../batch/entries.js';
import type { Verifier } from '../batch/verify.js';
import type { ConvertOptions } from '../options.js';
import type { FileOutcome } from '../reporters/index.js';
import { createProgress } from './progress.js';
import { openSession } from './session.js';
import type { Settings } from './settings.js';
import { sourceFor, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/**
 * `-`: stdin to stdout, byte for byte outside the edits. Nothing comes out where it cannot be read; what is blocked comes out as it
 * went in. `--check`, `--diff` and the machine formats print what they always print.
 */
export async function executeStdin(
  settings: Settings,
  path: string,
  { work, verifier }: { readonly work: Work; readonly verifier: Verifier | undefined },
  optionsFor: (path: string) => ConvertOptions,
  terminal: Terminal,
): Promise<number> {
  if (!hasPythonExtension(path)) {
    throw new UsageError(`--stdin-filename: \`${path}\` is neither Python nor a notebook`);
  }
  const filters = settings.command !== 'scan' && settings.reporter.name === 'text' && !settings.check && !settings.diff;
  const style = { diff: settings.diff, quiet: settings.quiet || filters };
  const session = await openSession(settings, terminal, createProgress(1, terminal, true), style);
  const bytes = await terminal.readStdin();
  const made = await processBytes(path, bytes, optionsFor(path), work, session.onBug);
  const outcome = (await verifier?.verify(made)) ?? made;
  await session.file(outcome);
  if (filters) await terminal.print({ out: sourceFor(terminal, converted(outcome, bytes)) });
  return session.end();
}

function converted({ result, encode }: FileOutcome, bytes: Uint8Array): Uint8Array {
  if (result.status === 'failed' || encode === undefined) return new Uint8Array();
  return result.status === 'changed' ? encode(result.output) : bytes;
}
