import type { Baseline } from '../batch/baseline.js';
import { internalError, type OnBug } from '../batch/convert-bytes.js';
import {
  type Chunk,
  type Comparison,
  createCounter,
  type FileOutcome,
  printable,
  printableLines,
  type ReportStyle,
  type Tally,
} from '../reporters/index.js';
import { exitCode } from './exit-code.js';
import type { Progress } from './progress.js';
import { openReport, writeReport } from './report.js';
import type { Settings } from './settings.js';
import { hasColor, type Terminal } from './terminal.js';
import { UsageError } from './usage-error.js';
import { VERSION } from './version.js';

/** One run's report: what goes to the streams, and what it adds up to. */
export interface Session {
  /** @returns what is to be waited for, if anything: of most files there is nothing to say */
  file(outcome: FileOutcome): Promise<void> | undefined;
  /** A listed file of another kind, which is only counted. */
  skip(): void;
  /** A line for who watches; none with `--quiet`, and none beside a machine format. */
  note(text: string): Promise<void>;
  /** @param note what is to be known of the run as a whole @returns the exit code. */
  end(note?: string): Promise<number>;
  readonly onBug: OnBug;
}

export async function openSession(
  settings: Settings,
  terminal: Terminal,
  progress: Progress,
  own: Partial<ReportStyle> = {},
): Promise<Session> {
  const counter = createCounter();
  const style = { ...reportStyle(settings, terminal), ...own };
  const writer = settings.reporter.open(style);
  const onBug: OnBug = (path, error) => {
    if (!terminal.environment.LOOPSHIFT_DEBUG) return;
    void terminal.print({
      err: `${printableLines(`${path}: ${error instanceof Error ? error.stack : String(error)}`)}\n`,
    });
  };
  const page = await openReport(settings, style);
  const baseline = await readBaseline(settings);
  await terminal.print(writer.start?.() ?? {});

  return {
    onBug,
    skip: () => counter.skip(),
    file(given) {
      let chunk: Chunk;
      try {
        const outcome = baseline === undefined ? given : { ...given, result: baseline.mark(given.result) };
        chunk = writer.file(outcome);
        page?.add(outcome);
        counter.add(outcome.result);
      } catch (error) {
        const { path } = given.result.source;
        onBug(path, error);
        const result = internalError(path, error);
        chunk = writer.file({ result });
        page?.add({ result });
        counter.add(result);
      }
      return (chunk.out?.length ?? 0) + (chunk.err?.length ?? 0) === 0 ? undefined : show(chunk);
    },
    note,
    async end(remark) {
      await progress.clear();
      const comparison = baseline?.compare();
      const tally: Tally = { ...counter.tally(), ...(comparison !== undefined && { baseline: comparison }) };
      const { report = '' } = settings;
      const failure = page === undefined ? undefined : await writeReport(report, page.end(tally, remark));
      if (settings.updateBaseline) asUsage(() => baseline?.save());
      // What was just recorded is no reason to fail.
      const policy = settings.updateBaseline ? { check: false, errorOnUnconverted: false } : settings;
      const code = failure === undefined ? exitCode(tally, policy) : 2;
      await terminal.print(writer.end(tally, code));
      if (comparison !== undefined) for (const line of comparisonLines(comparison, settings)) await note(line);
      // Last, where it is seen; whatever the format: it is not what was asked for.
      if (remark !== undefined) await terminal.print({ err: `${remark}\n` });
      if (failure !== undefined) await terminal.print({ err: `loopshift: ${printable(failure)}\n` });
      return code;
    },
  };

  async function show(chunk: Chunk): Promise<void> {
    // What goes elsewhere is no reason to take the line away.
    const isSeen = (chunk.err ?? '') !== '' || (terminal.isTerminal('out') && (chunk.out?.length ?? 0) > 0);
    if (isSeen) await progress.clear();
    await terminal.print(chunk);
  }

  async function note(text: string): Promise<void> {
    if (style.quiet || settings.reporter.name !== 'text') return;
    await progress.clear();
    await terminal.print({ err: `${printable(text)}\n` });
  }
}

async function readBaseline({ baseline, check, updateBaseline }: Settings): Promise<Baseline | undefined> {
  if (baseline === undefined) return undefined;
  const { openBaseline } = await import('../batch/baseline.js');
  return asUsage(() => openBaseline(baseline, { changes: check, isNew: updateBaseline }));
}

/** @throws {UsageError} where a baseline cannot be used: that is told before anything else is. */
function asUsage<Type>(use: () => Type): Type {
  try {
    return use();
  } catch (error) {
    // The class itself is only loaded with a baseline.
    if (!(error instanceof Error && error.name === 'BaselineError')) throw error;
    throw new UsageError(`--baseline: ${error.message}`);
  }
}

function comparisonLines({ known, stale }: Comparison, settings: Settings): readonly string[] {
  const { baseline = '', updateBaseline, verbose } = settings;
  if (updateBaseline) return [`wrote ${baseline}`];
  const counts = [`${known} known from ${baseline}`, ...(stale.length === 0 ? [] : [`${stale.length} there no more`])];
  const advice = stale.length === 0 ? '' : '; --update-baseline takes them out';
  return [...(verbose ? stale.map((each) => `gone: ${each}`) : []), `${counts.join(', ')}${advice}`];
}

function reportStyle(settings: Settings, terminal: Terminal): ReportStyle {
  const isTerminal = terminal.isTerminal('out');
  const columns = terminal.columns();
  const isExport = (settings.output ?? settings.outDir) !== undefined;
  return {
    command: settings.command,
    color: { out: hasColor(settings.color, 'out', terminal), err: hasColor(settings.color, 'err', terminal) },
    terminal: isTerminal,
    ...(columns !== undefined && { columns }),
    diffStyle: settings.diffStyle ?? (isTerminal ? 'cell' : 'raw'),
    diff: settings.diff || !(settings.write || settings.check || isExport),
    names: settings.check && !settings.diff,
    tree: settings.tree,
    quiet: settings.quiet,
    verbose: settings.verbose,
    changes: isExport ? 'elsewhere' : settings.write ? 'written' : 'shown',
    ...(settings.convert.to !== undefined && { target: settings.convert.to }),
    version: VERSION,
  };
}
