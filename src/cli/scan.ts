import type { Command } from './command.js';
import { execute } from './execute.js';
import { conversion, gate, type Option, reporting, selection, speed } from './option.js';
import { operands } from './parse.js';
import { readSettings } from './settings.js';
import { createTerminal } from './terminal.js';

const TREE: Option = {
  name: 'tree',
  kind: 'flag',
  help: 'below each site, the functions that become async with it, and who calls them',
};

/** `loopshift scan`: the inventory of run sites; changes nothing. */
export const scan: Command = {
  name: 'scan',
  positionals: '[paths..]',
  summary: 'List the run sites, and what would become of each; changes nothing',
  groups: [conversion, { ...reporting, options: [TREE, ...reporting.options] }, gate, selection, speed],
  examples: [
    ['loopshift scan .', 'an inventory of all run sites'],
    ['loopshift scan --to notebook --tree src', 'with the helpers that would become async'],
    ['loopshift scan --to notebook --json src > sites.json', 'the same, for a program'],
  ],
  async run(argv) {
    const terminal = createTerminal();
    const settings = await readSettings('scan', argv, operands(argv), terminal);
    return execute(
      settings,
      { work: async (source, options) => (await import('../convert.js')).scan(source, options), name: 'scan' },
      terminal,
    );
  },
};
