import type { Result } from '../result.js';
import type { Tally } from './tally.js';

/** One file's result, and how to turn its text back into the bytes it was read from. */
export interface FileOutcome {
  readonly result: Result;
  /** Absent: UTF-8. A raw diff of a latin-1 file has to be latin-1 too, or `git apply` would not find its lines. */
  readonly encode?: (text: string) => Uint8Array;
}

/** What goes to stdout (what a machine reads) and what goes to stderr (what a person reads). */
export interface Chunk {
  readonly out?: string | Uint8Array;
  readonly err?: string;
}

export interface ReportStyle {
  readonly command: 'convert' | 'run' | 'scan';
  readonly color: { readonly out: boolean; readonly err: boolean };
  /** Where stdout is a terminal, control characters in a diff are shown instead of sent. */
  readonly terminal: boolean;
  /** Width of the terminal that stderr is; absent where it is none. */
  readonly columns?: number;
  readonly diffStyle: 'cell' | 'raw';
  /** Show what would change. `--check` and `--write` alone do not. */
  readonly diff: boolean;
  /** Name the files that would change: `--check` without `--diff`. */
  readonly names: boolean;
  /** `scan`: below each site, the functions that become async with it. */
  readonly tree: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** What becomes of the changes: they are only shown, written to the files, or to other files (`-o`). */
  readonly changes: 'shown' | 'written' | 'elsewhere';
  /** What `--to` says; absent where it says nothing, or the command chooses. */
  readonly target?: string;
  /** loopshift's own version, for formats that carry it. */
  readonly version: string;
}

export interface ReportWriter {
  start?(): Chunk;
  file(outcome: FileOutcome): Chunk;
  end(tally: Tally, exitCode: number): Chunk;
}

/** An output format: results in, text out. It does not print; the command line does. */
export interface Reporter {
  readonly name: string;
  readonly summary: string;
  open(style: ReportStyle): ReportWriter;
}
