#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadParser } from '../../dist/index.js';
import { findPythons, prepareKernels } from '../behaviour/environments.mjs';
import { Choices, reduce } from './programs/choices.mjs';
import { generate } from './programs/generate.mjs';
import { conversions, judge, Runner } from './programs/trial.mjs';

/**
 * `npm run test:programs [-- --programs N --seed S --without COROUTINE,COROUTINE]`: programs that nobody wrote, run at home and, converted, where each target runs.
 * They show the same and end alike, or the conversion was refused. What differs is made as small as it gets and kept in `--keep`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const options = readOptions(process.argv.slice(2));
await loadParser();
const { kernels } = prepareKernels(findPythons(), join(root, '.cache', 'environments'), console.error);
const environment = kernels.get(options.kernel);
if (environment === undefined) {
  console.log(`skipped: no ${options.kernel}`);
  console.log('0 passed, 0 failed, 1 skipped');
  process.exit(0);
}
const without = options.without.split(',');
const counts = new Map();
const codes = new Map();
const warned = new Map();
let broken = 0;
let [next, end] = [options.seed * 1_000_000, options.seed * 1_000_000 + options.programs];
await Promise.all(Array.from({ length: options.jobs }, worker));
for (const [name, count] of [...counts].sort()) console.log(`${name}: ${count}`);
console.log(`refused: ${listed(codes)}\nwarned and differs: ${listed(warned)}`);
const of = (outcome) =>
  [...counts].filter(([name]) => name.endsWith(` ${outcome}`)).reduce((sum, [, count]) => sum + count, 0);
console.log(`${of('same')} passed, ${broken} failed, ${of('refused') + of('no oracle') + of('unsteady')} skipped`);
process.exitCode = broken > 0 ? 1 : 0;

async function worker() {
  const runner = new Runner(environment.python);
  while (next < end) {
    const seed = next++;
    const choices = new Choices([], seed);
    const program = generate(choices, without);
    if (minor(program.python) > minor(environment.version)) continue;
    for (const trial of conversions(program, environment.version)) {
      const found = await judge(trial, runner);
      const name = `${trial.target} ${found.outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      for (const code of found.outcome === 'warned' ? found.warned : []) warned.set(code, (warned.get(code) ?? 0) + 1);
      for (const code of found.refused ?? []) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (found.outcome === 'BROKEN') await tell(seed, choices.taken, trial.target, runner);
    }
  }
  runner.close();
}

async function tell(seed, taken, target, runner) {
  const trialOf = (choices) => {
    const program = generate(new Choices(choices), without);
    return { program, trial: conversions(program, environment.version).find((each) => each.target === target) };
  };
  const smallest = await reduce(taken, async (choices) => {
    const { trial } = trialOf(choices);
    return trial !== undefined && (await judge(trial, runner)).outcome === 'BROKEN';
  });
  const { program, trial } = trialOf(smallest);
  const { outcome, source, target: shown } = await judge(trial, runner);
  if (outcome !== 'BROKEN') return console.log(`unsteady: ${target}, program ${seed}`);
  broken++;
  const text = [
    `# ${target}, program ${seed}`,
    program.cells.join('\n# %%\n'),
    `#====== became\n${trial.text}`,
    `#====== at home: ${source?.ending}\n${source?.stdout}`,
    `#====== there: ${shown?.ending}\n${shown?.stdout}`,
    shown?.stderr.split('\n').slice(-6).join('\n'),
  ].join('\n');
  mkdirSync(options.keep, { recursive: true });
  const path = join(options.keep, `${seed}-${target.replaceAll(' ', '-')}.txt`);
  writeFileSync(path, text);
  console.log(`BROKEN: ${target}, program ${seed}: ${path}`);
}

function listed(map) {
  return [...map]
    .sort((a, b) => b[1] - a[1])
    .map(([code, count]) => `${code} ${count}`)
    .join(', ');
}

function minor(version) {
  return Number(version.slice(2));
}

function readOptions(args) {
  const values = {
    programs: 200,
    seed: 1,
    kernel: 'ipython-8',
    jobs: 2,
    without: '',
    keep: join(root, '.cache', 'programs'),
  };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!(name in values) || args[i + 1] === undefined)
      throw new Error(
        'usage: programs.mjs [--programs N] [--seed S] [--kernel NAME] [--jobs N] [--without NAME,NAME] [--keep DIR]',
      );
    values[name] = typeof values[name] === 'number' ? Number(args[i + 1]) : args[i + 1];
  }
  return values;
}
