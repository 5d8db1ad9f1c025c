import { transforms } from '../../transforms/index.js';
import { applyTransform } from '../apply.js';
import { didYouMean } from '../batch/closest.js';
import { findTransformFile, LoadError, loadTransform } from '../batch/load-transform.js';
import { applySequence, type Step } from '../sequence.js';
import type { Conversion, Transform } from '../transform.js';
import type { Command } from './command.js';
import { execute } from './execute.js';
import { conversion, gate, type OptionGroup, output, reporting, selection } from './option.js';
import { list, operands } from './parse.js';
import { readSettings } from './settings.js';
import { createTerminal } from './terminal.js';
import { readTransformOptions } from './transform-options.js';
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
      help: 'an option of one transform; `loopshift list transforms` shows them',
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
    ['loopshift run ./sleep.ts src --option sleep.strict', 'with an option of its own'],
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
    const options = readTransformOptions(list(argv, 'option', { commas: false }), all);
    const settings = await readSettings('run', argv, paths, terminal);
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
    const own = findTransformFile(name) ?? findTransformFile(`transforms/${name}`);
    const meant = own === undefined ? didYouMean(name, names) : `; did you mean \`./${own}\`?`;
    throw new UsageError(
      `no transform \`${name}\`${meant || ': `loopshift list transforms` names them all; a file of your own is given as a path, ./name.ts'}`,
    );
  }
  try {
    return loadTransform(name);
  } catch (error) {
    throw error instanceof LoadError ? new UsageError(error.message, { cause: error }) : error;
  }
}
