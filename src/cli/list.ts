import { transforms } from '../../transforms/index.js';
import { didYouMean } from '../batch/closest.js';
import { LoadError, loadTransform } from '../batch/load-transform.js';
import { catalog } from '../catalog/index.js';
import { forms } from '../forms/index.js';
import { printableLines } from '../reporters/printable.js';
import { wrap } from '../reporters/wrap.js';
import { targets } from '../targets/index.js';
import type { Conversion, OptionValue, Transform } from '../transform.js';
import type { Command } from './command.js';
import { help, json } from './option.js';
import { flag, operands } from './parse.js';
import { createTerminal } from './terminal.js';
import { optionsOf } from './transform-options.js';
import { UsageError } from './usage-error.js';

interface Row {
  readonly name: string;
  readonly summary: string;
  readonly options?: readonly OptionRow[];
}

/** What `--option` takes. */
interface OptionRow {
  readonly name: string;
  readonly summary: string;
  readonly default: OptionValue;
  readonly choices?: readonly OptionValue[];
}

const LISTS: Readonly<Record<string, () => readonly Row[]>> = {
  transforms: () => transforms.map(toRow),
  forms: () => forms.map(({ name, summary }) => ({ name, summary })),
  targets: () => Object.values(targets).map(({ name, summary }) => ({ name, summary })),
  codes: () => Object.entries(catalog).map(([name, entry]) => ({ name, summary: `${entry.severity}: ${entry.name}` })),
};

const NAMES = Object.keys(LISTS);

/** `loopshift list forms`: the registries. `loopshift list ./own.ts`: a transform of one's own. */
export const list: Command = {
  name: 'list',
  positionals: `[${NAMES.join('|')}]`,
  summary: 'List what there is: named transforms with their options, forms, targets, codes',
  groups: [{ title: 'Options', options: [{ ...json, help: 'as one JSON object, a list by name' }, ...help.options] }],
  examples: [
    ['loopshift list transforms', 'what `loopshift run` takes, and what `--option` takes'],
    ['loopshift list ./sleep.ts', 'a transform of your own, and its options'],
    ['loopshift list codes', 'every diagnostic'],
  ],
  async run(argv) {
    const given = operands(argv);
    const own = given.filter((name) => !NAMES.includes(name));
    for (const name of own) {
      if (!/[\\/]|\.[cm]?[jt]s$/.test(name))
        throw new UsageError(`no list \`${name}\`: there are ${NAMES.join(', ')}${didYouMean(name, NAMES)}`);
    }
    const shown = given.length === 0 ? NAMES : given.filter((name) => NAMES.includes(name));
    const lists = [
      ...shown.map((name) => [name, LISTS[name]?.() ?? []] as const),
      ...own.map((path) => [path, [toRow(load(path))]] as const),
    ];
    const out =
      flag(argv, 'json') === true
        ? `${JSON.stringify(Object.fromEntries(lists), undefined, 2)}\n`
        : printableLines(table(lists));
    await createTerminal().print({ out });
    return 0;
  },
};

function toRow(transform: Transform | Conversion): Row {
  const { name, summary } = transform;
  const options = [...optionsOf(transform)].map(([key, spec]) => ({ name: key, ...spec }));
  return { name, summary, ...(options.length > 0 && { options }) };
}

function load(path: string): Transform | Conversion {
  try {
    return loadTransform(path);
  } catch (error) {
    throw error instanceof LoadError ? new UsageError(error.message, { cause: error }) : error;
  }
}

/** A name beside its summary; above it, where names are long or there is more to say. */
function table(lists: readonly (readonly [string, readonly Row[]])[]): string {
  return lists
    .map(([title, rows]) => {
      const width = Math.max(...rows.map((row) => row.name.length));
      const lines = rows.map((row) =>
        width <= 24 && row.options === undefined
          ? `  ${row.name.padEnd(width)}  ${wrap(row.summary, width + 4).trimStart()}`
          : [`  ${row.name}`, wrap(row.summary, 6), ...(row.options ?? []).flatMap((each) => spell(row, each))].join(
              '\n',
            ),
      );
      return `${lists.length > 1 ? `${title}:\n` : ''}${lines.join('\n')}\n`;
    })
    .join('\n');
}

/** `--option asyncio-run-to-await.target=notebook|repl`, and below it what it is. */
function spell(row: Row, { name, summary, default: value, choices }: OptionRow): readonly string[] {
  const shown =
    choices?.join('|') ?? (Array.isArray(value) ? 'A,B' : typeof value === 'boolean' ? 'true|false' : 'VALUE');
  const given = Array.isArray(value) ? value.join(',') || 'none' : String(value);
  return [`      --option ${row.name}.${name}=${shown}`, wrap(`${summary} (default: ${given})`, 10)];
}
