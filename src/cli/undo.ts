import { readFileSync } from 'node:fs';
import { patchBase } from '../batch/patch.js';
import { systemMessage } from '../batch/system-error.js';
import { planUndo, UndoError, undoAll } from '../batch/undo.js';
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
    const names = takeBack(file);
    await terminal.print({ err: names.map((name) => `undid ${printable(name)}\n`).join('') });
    return 0;
  },
};

/** @returns the names of the files. @throws {UsageError} where that did not go, and why. */
function takeBack(file: string): readonly string[] {
  let patch: Buffer;
  try {
    patch = readFileSync(file);
  } catch (error) {
    throw new UsageError(`${file}: ${systemMessage(error)}`);
  }
  try {
    const all = planUndo(patch, patchBase(process.cwd()));
    undoAll(all);
    return all.map(({ name }) => name);
  } catch (error) {
    if (!(error instanceof UndoError)) throw error;
    const { message, lost } = error;
    const left = lost.length === 0 ? 'nothing was written' : `taken back and not to be put back: ${lost.join(', ')}`;
    throw new UsageError(printable(`${file}: ${message}; ${left}`));
  }
}
