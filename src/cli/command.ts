import type { OptionGroup } from './option.js';

/** What was written on the command line, by option name; `paths` and others are the command's own arguments. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One command of the command line, one file each. */
export interface Command {
  readonly name: string;
  /** Its own arguments as yargs reads them: `[paths..]`, `<code>`. */
  readonly positionals: string;
  readonly summary: string;
  readonly groups: readonly OptionGroup[];
  readonly examples: readonly (readonly [line: string, help: string])[];
  /** Lines below the options. */
  readonly notes?: readonly string[];
  /** @returns the exit code. */
  run(argv: Arguments): Promise<number>;
}
