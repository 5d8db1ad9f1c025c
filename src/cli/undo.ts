import { readFileSync } from 'node:fs';
import { patchBase } from '../batch/patch.js';
import { systemMessage } from '../batch/system-error.js';
import { planUndo, undo as takeBack, UndoError } from '../batch/undo.js';
import { printable } from '../reporters/index.js';
import type { Command } from './command.js';
import { help } from './option.js';
import { operands } from './parse.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** `loopshift undo`: takes back what `convert --write --patch FILE` wrote. */
export const undo: Command = {
  name: 'undo',
  positionals: '<patch>',
  summary: 'Take back what `convert --write --patch FILE` wrote, if no file has changed since',
  groups: [help],
  examples: [['loopshift undo changes.patch', 'every file of the patch as it was, or none']],
  async run(argv) {
    const terminal = createTerminal();
    const [file, ...more] = operands(argv);
    if (file === undefined || more.length > 0) throw new UsageError('undo takes exactly one patch');
    let failed = 0;
    for (const undoing of planned(file)) {
      const reason = takeBack(undoing);
      if (reason !== undefined) failed += 1;
      const said = reason === undefined ? `undid ${undoing.name}` : `${undoing.name}: ${reason}`;
      await terminal.print({ err: `${printable(said)}\n` });
    }
    return failed === 0 ? 0 : 2;
  },
};

function planned(file: string): ReturnType<typeof planUndo> {
  let patch: Buffer;
  try {
    patch = readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file}: ${systemMessage(error)}`);
  }
  try {
    return planUndo(patch, patchBase(process.cwd()));
  } catch (error) {
    if (!(error instanceof UndoError)) throw error;
    throw new UsageError(`${file}: ${error.message}; nothing was written`);
  }
}
