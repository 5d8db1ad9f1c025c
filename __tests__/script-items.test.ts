import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Case, readCases, readSubfolders } from '../src/testing/cases.js';
import { exportedCases } from './support/exported-cases.js';

/**
 * What the script target promises, each with the topics whose fixtures show it. A converted fixture is run by `npm run
 * test:behaviour`, its input at home and its output under the CPython it names, and has to print the same: so each of them
 * has to be fit to be run.
 */
const ITEMS: Readonly<Record<string, readonly string[]>> = {
  'a notebook as a script, or with its cells in place': ['export-script', 'cells'],
  'one main()': ['main', 'global-names', 'in-place', 'runner'],
  awaitables: ['awaitables', 'futures'],
  'legacy loops': ['legacy', 'several-runs', 'runner-legacy', 'run-forever', 'asyncio-names', 'policies'],
  'old Pythons': ['py36'],
  'awaits in sync functions, and helpers': ['stray', 'promotion', 'comprehensions'],
  'guards and nest_asyncio': ['guards', 'nest-asyncio'],
};

/** What "legacy loops" is made of, by the fixtures that show it. */
const LEGACY: Readonly<Record<string, readonly string[]>> = {
  'a loop kept on an object': [
    'legacy/loop-of-the-object',
    'legacy/loop-of-the-object-runs-often',
    'legacy/current-loop-of-the-object',
    'legacy/loop-lent-to-an-object',
    'several-runs/handler-keeps-one-loop',
  ],
  'a loop handed on': [
    'legacy/loop-passed-to-main',
    'legacy/loop-handed-to-coroutines',
    'legacy/loop-lent-to-an-object',
    'legacy/global-loop-in-coroutines',
    'py38/loop-handed-to-coroutines',
  ],
  'servers that run for ever': [
    'run-forever/start-server',
    'run-forever/cleanup-stays-inside',
    'run-forever/in-the-function-the-program-enters',
    'run-forever/under-the-main-guard',
    'run-forever/without-a-variable',
  ],
  'signal handlers': [
    'legacy/signal-handlers-move-along',
    'legacy/signal-sets-an-event',
    'py38/signal-sets-an-event',
    'futures/callbacks-and-handlers',
    'run-forever/handlers-go-around-the-run',
  ],
  'the three rewrites of the 3.14 notes': [
    'legacy/try-finally-close',
    'py313/loop-goes-in-finally',
    'run-forever/start-server',
    'several-runs/runs-with-work-between',
    'py313/three-steps-on-one-loop',
    'py38/three-steps-on-one-loop',
  ],
  'loop= arguments': [
    'asyncio-names/loop-arguments-among-others',
    'asyncio-names/loop-arguments-are-dropped',
    'asyncio-names/loop-arguments-of-a-worker',
    'asyncio-names/loop-arguments-of-streams',
    'asyncio-names/loop-arguments-that-stay',
  ],
  'coroutines that are generators': [
    'asyncio-names/generator-coroutines',
    'asyncio-names/generator-coroutines-in-a-gather',
    'asyncio-names/generator-coroutine-from-import',
    'asyncio-names/generator-coroutines-of-a-class',
    'asyncio-names/generator-coroutines-that-return-at-once',
  ],
  'event loop policies': [
    'policies/a-library-inside-alone',
    'policies/none-is-the-default',
    'policies/of-uvloop',
    'policies/on-windows',
    'policies/on-windows-by-version',
    'policies/runs-in-functions',
    'policies/the-default',
  ],
  uvloop: [
    'legacy/loop-of-uvloop',
    'legacy/task-on-a-loop-of-uvloop',
    'legacy/uvloop-installed',
    'policies/before-several-awaits',
    'policies/uvloop-installed',
    'py313/loop-of-uvloop',
  ],
};

const PYTHONS = ['3.6', '3.8', '3.11', '3.13'];

const folder = join(__dirname, '..', '__testfixtures__', 'to-script');
const cases = new Map(
  readSubfolders(folder).flatMap((topic) =>
    readCases(join(folder, topic), { to: 'script' }).map((each) => [`${topic}/${each.name}`, each] as [string, Case]),
  ),
);
const converted = [...cases].filter(([, each]) => !each.isNoOp);
const runs = ([, { options }]: readonly [string, Case]) => options.behaviour === undefined;

it.each(Object.entries(ITEMS))('%s: at least five fixtures are converted and run', (_, topics) => {
  const exported = topics.includes('export-script')
    ? exportedCases().filter(({ behaviour }) => behaviour === undefined)
    : [];
  const found = converted.filter((each) => topics.includes(each[0].split('/')[0] as string) && runs(each));
  expect(found.length + exported.length).toBeGreaterThanOrEqual(5);
});

it.each(Object.entries(LEGACY))('legacy loops: at least five fixtures show %s', (_, names) => {
  expect(new Set(names).size).toBeGreaterThanOrEqual(5);
  for (const name of names) {
    const each = cases.get(name);
    expect([name, each?.isNoOp, each?.options.behaviour]).toEqual([name, false, undefined]);
  }
});

it.each(PYTHONS)('at least five fixtures name Python %s', (version) => {
  const found = converted.filter((each) => each[1].options.python === version && runs(each));
  expect(found.length).toBeGreaterThanOrEqual(5);
});

/** Converted, and not run: what prints something else, as its warning or error says. */
const NOT_RUN = [
  // LS723, LS703: contexts and tasks that a notebook ends with the cell, or keeps
  'export-script/context-ends-with-its-cell',
  'export-script/tasks-nothing-waits-for',
  'to-script/legacy/task-that-the-loop-left-pending',
  // LS201, LS705: what is refused stays a SyntaxError
  'export-script/await-in-a-lambda',
  'to-script/stray/no-other-run-in-the-rest',
  // LS710, LS714: the report says that the script cannot do what the notebook does
  'export-script/notebook-only-names',
  'export-script/shell-effect-is-needed',
  // LS711: what a shell command prints, nobody prints
  'export-script/shell',
  // %timeit, %who and print? show at home what only IPython shows
  'export-script/magics',
  // IPython takes the indentation off, Python does not
  'to-script/cells/indented-as-a-whole',
];

it('runs whatever is converted, but for what cannot be', () => {
  const left = [
    ...converted.filter((each) => !runs(each)).map(([name]) => `to-script/${name}`),
    ...exportedCases()
      .filter(({ path, behaviour }) => behaviour !== undefined && existsSync(path.replace(/\.ipynb$/, '.py')))
      .map(({ path }) => `export-script/${basename(path, '.ipynb')}`),
  ];
  expect(left.sort()).toEqual([...NOT_RUN].sort());
});
