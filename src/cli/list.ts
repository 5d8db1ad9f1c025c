import { transforms } from '../../transforms/index.js';
import { didYouMean } from '../batch/closest.js';
import { catalog } from '../catalog/index.js';
import { forms } from '../forms/index.js';
import { targets } from '../targets/index.js';
import type { Command } from './command.js';
import { help, json } from './option.js';
import { flag, operands } from './parse.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

interface Row {
  readonly name: string;
  readonly summary: string;
}

const LISTS: Readonly<Record<string, () => readonly Row[]>> = {
  transforms: () => transforms.map(({ name, summary }) => ({ name, summary })),
  forms: () => forms.map(({ name, summary }) => ({ name, summary })),
  targets: () => Object.values(targets).map(({ name, summary }) => ({ name, summary })),
  codes: () => Object.entries(catalog).map(([name, entry]) => ({ name, summary: `${entry.severity}: ${entry.name}` })),
};

const NAMES = Object.keys(LISTS);

/** `loopshift list forms`: the registries. */
export const list: Command = {
  name: 'list',
  positionals: `[${NAMES.join('|')}]`,
  summary: 'List what there is',
  groups: [{ title: 'Options', options: [json, ...help.options] }],
  examples: [['loopshift list codes', 'every diagnostic']],
  async run(argv) {
    const given = operands(argv);
    for (const name of given) {
      if (!NAMES.includes(name))
        throw new UsageError(`no list \`${name}\`: there are ${NAMES.join(', ')}${didYouMean(name, NAMES)}`);
    }
    const shown = given.length === 0 ? NAMES : given;
    const lists = shown.map((name) => [name, LISTS[name]?.() ?? []] as const);
    const out =
      flag(argv, 'json') === true ? `${JSON.stringify(Object.fromEntries(lists), undefined, 2)}\n` : table(lists);
    await createTerminal().print({ out });
    return 0;
  },
};

function table(lists: readonly (readonly [string, readonly Row[]])[]): string {
  return lists
    .map(([title, rows]) => {
      const width = Math.max(...rows.map((row) => row.name.length));
      const lines = rows.map((row) => `  ${row.name.padEnd(width)}  ${row.summary}`);
      return `${lists.length > 1 ? `${title}:\n` : ''}${lines.join('\n')}\n`;
    })
    .join('\n');
}
