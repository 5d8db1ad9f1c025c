import type { Command } from './command.js';
import { execute } from './execute.js';
import { conversion, gate, output, reporting, selection, speed } from './option.js';
import { operands } from './parse.js';
import { readSettings } from './settings.js';
import { createTerminal } from './terminal.js';

/** `loopshift convert`: shows, or with `--write` makes, the changes. */
export const convert: Command = {
  name: 'convert',
  positionals: '[paths..]',
  summary: 'Convert files and notebooks; shows a diff unless --write is given',
  groups: [conversion, output, gate, reporting, selection, speed],
  examples: [
    ['loopshift convert .', 'show what would change, as a diff'],
    ['loopshift convert --write --to script src', 'change the files below src'],
    ['loopshift convert demo.ipynb -o demo.py', 'make a script of a notebook'],
    ['loopshift convert --check --to notebook notebooks', 'for CI: exit with 1 if something would change'],
    ['git ls-files -z | loopshift convert --files-from -', 'only what git knows'],
  ],
  async run(argv) {
    const terminal = createTerminal();
    return execute(
      await readSettings('convert', argv, operands(argv), terminal),
      {
        // In most trees there is a file to convert; the others are done without what it takes.
        work: async (source, options) => (await import('../convert.js')).convert(source, options),
        name: 'convert',
        exporter: async () => (await import('../export.js')).exportDocument,
      },
      terminal,
    );
  },
};
