import { transforms } from '../../transforms/index.js';
import { applyTransform } from '../apply.js';
import { didYouMean } from '../batch/closest.js';
import { LoadError, loadTransform } from '../batch/load-transform.js';
import { applySequence, type Step } from '../sequence.js';
import type { Conversion, OptionSpec, OptionValue, Transform } from '../transform.js';
import type { Arguments, Command } from './command.js';
import { execute } from './execute.js';
import { conversion, gate, type OptionGroup, output, reporting, selection } from './option.js';
import { list, operands } from './parse.js';
import { readSettings } from './settings.js';
import { createTerminal } from './terminal.js';
import { UsageError } from './usage-error.js';

/** Given by the transform, or for another kind of output. */
const LEFT_OUT = ['to', 'from', 'output', 'out-dir'];

const own: OptionGroup = {
  title: 'Transforms',
  options: [
    {
      name: 'option',
      kind: 'list',
      value: 'NAME.KEY=VALUE',
      help: 'an option of one transform; may be given several times',
    },
  ],
};

/** `loopshift run a,b ./own.ts paths`: named transforms, and your own, in one pass over each file. */
export const run: Command = {
  name: 'run',
  positionals: '<transform,..> [paths..]',
  summary: 'Run named transforms, or your own; shows a diff unless --write is given',
  groups: [own, without(conversion), without(output), gate, reporting, selection],
  examples: [
    ['loopshift run asyncio-run-to-await notebooks', 'only this rewrite, and no other'],
    ['loopshift run guard-to-await,remove-nest-asyncio -w notebooks', 'several, in this order'],
    ['loopshift run ./sleep.ts src', 'your own, TypeScript or JavaScript, without a build'],
  ],
  notes: ['`loopshift list transforms` names them all; `loopshift new transform NAME` starts one of your own.'],
  async run(argv) {
    const terminal = createTerminal();
    const [names, ...paths] = operands(argv);
    const [first, ...rest] = (names ?? '')
      .split(',')
      .filter((name) => name !== '')
      .map(find);
    if (first === undefined) throw new UsageError('run needs a transform; `loopshift list transforms` names them all');
    const all = [first, ...rest] as const;
    const options = readOptions(argv, all);
    const settings = await readSettings('run', argv, paths, [], terminal);
    if (settings.interactive && rest.length > 0)
      throw new UsageError('--interactive asks about one transform at a time: run them one after the other');
    return execute(
      settings,
      {
        work: (source, convertOptions) => {
          const step = (transform: Transform | Conversion): Step => {
            return (text) => applyTransform(transform, text, options.get(transform) ?? {}, convertOptions);
          };
          return applySequence([step(first), ...rest.map(step)], source);
        },
        anyTarget: true,
        // What a transform of somebody else looks for is anybody's guess.
        readsAll: all.some((transform) => 'apply' in transform || options.has(transform)),
      },
      terminal,
    );
  },
};

function without(group: OptionGroup): OptionGroup {
  return { ...group, options: group.options.filter(({ name }) => !LEFT_OUT.includes(name)) };
}

function find(name: string): Transform | Conversion {
  const known = transforms.find((transform) => transform.name === name);
  if (known !== undefined) return known;
  if (!/[\\/]|\.[cm]?[jt]s$/.test(name)) {
    const names = transforms.map((transform) => transform.name);
    throw new UsageError(
      `no transform \`${name}\`${didYouMean(name, names) || ': `loopshift list transforms` names them all; a file of your own is given as a path, ./name.ts'}`,
    );
  }
  try {
    return loadTransform(name);
  } catch (error) {
    throw error instanceof LoadError ? new UsageError(error.message, { cause: error }) : error;
  }
}

type Given = ReadonlyMap<Transform | Conversion, Readonly<Record<string, OptionValue>>>;

function readOptions(argv: Arguments, all: readonly (Transform | Conversion)[]): Given {
  const found = new Map<Transform | Conversion, Record<string, OptionValue>>();
  for (const text of list(argv, 'option', { commas: false })) {
    const [, name = '', key = '', value] = /^([^.=]+)\.([^=]+?)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === '') throw new UsageError(`--option: \`${text}\` is not NAME.KEY=VALUE`);
    const transform = all.find((each) => each.name === name);
    if (transform === undefined) {
      throw new UsageError(
        `--option: \`${name}\` is not run${didYouMean(
          name,
          all.map((each) => each.name),
        )}`,
      );
    }
    const specs = new Map(
      Object.entries((transform.options ?? {}) as Readonly<Record<string, OptionSpec<OptionValue>>>),
    );
    const spec = specs.get(key);
    if (spec === undefined) {
      throw new UsageError(`--option: \`${name}\` has no option \`${key}\`${didYouMean(key, [...specs.keys()])}`);
    }
    found.set(transform, { ...found.get(transform), [key]: readValue(text, value, spec.default) });
  }
  return found;
}

/** The default says what type a value has. */
function readValue(text: string, value: string | undefined, model: OptionValue): OptionValue {
  if (typeof model === 'boolean') {
    if (value === undefined || value === 'true') return true;
    if (value === 'false') return false;
    throw new UsageError(`--option: ${text}: must be true or false`);
  }
  if (value === undefined) throw new UsageError(`--option: ${text} needs a value`);
  if (typeof model === 'string') return value;
  if (typeof model === 'number') {
    const number = Number(value);
    if (value.trim() !== '' && Number.isFinite(number)) return number;
    throw new UsageError(`--option: ${text}: must be a number`);
  }
  return value.split(',').filter((each) => each !== '');
}
