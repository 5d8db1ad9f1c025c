import { internalError, type OnBug } from '../batch/convert-bytes.js';
import { type Chunk, createCounter, type FileOutcome, printable, type ReportStyle } from '../reporters/index.js';
import { exitCode } from './exit-code.js';
import type { Progress } from './progress.js';
import { openReport, writeReport } from './report.js';
import type { Settings } from './settings.js';
import { hasColor, type Terminal } from './terminal.js';
import { VERSION } from './version.js';

/** One run's report: what goes to the streams, and what it adds up to. */
export interface Session {
  file(outcome: FileOutcome): Promise<void>;
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
    void terminal.print({ err: `${path}: ${error instanceof Error ? error.stack : String(error)}\n` });
  };
  const page = await openReport(settings, style);
  await terminal.print(writer.start?.() ?? {});

  return {
    onBug,
    skip: () => counter.skip(),
    async file(outcome) {
      let chunk: Chunk;
      try {
        chunk = writer.file(outcome);
        page?.add(outcome);
        counter.add(outcome.result);
      } catch (error) {
        const { path } = outcome.result.source;
        onBug(path, error);
        const result = internalError(path, error);
        chunk = writer.file({ result });
        page?.add({ result });
        counter.add(result);
      }
      if ((chunk.out?.length ?? 0) + (chunk.err?.length ?? 0) === 0) return;
      await progress.clear();
      await terminal.print(chunk);
    },
    async note(text) {
      if (style.quiet || settings.reporter.name !== 'text') return;
      await progress.clear();
      await terminal.print({ err: `${printable(text)}\n` });
    },
    async end(note) {
      await progress.clear();
      const tally = counter.tally();
      const { report = '' } = settings;
      const failure = page === undefined ? undefined : await writeReport(report, page.end(tally, note));
      const code = failure === undefined ? exitCode(tally, settings) : 2;
      await terminal.print(writer.end(tally, code));
      if (failure !== undefined) await terminal.print({ err: `loopshift: ${printable(failure)}\n` });
      return code;
    },
  };
}

function reportStyle(settings: Settings, terminal: Terminal): ReportStyle {
  const isTerminal = terminal.isTerminal('out');
  const isExport = (settings.output ?? settings.outDir) !== undefined;
  return {
    command: settings.command,
    color: { out: hasColor(settings.color, 'out', terminal), err: hasColor(settings.color, 'err', terminal) },
    terminal: isTerminal,
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
