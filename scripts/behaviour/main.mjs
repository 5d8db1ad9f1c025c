#!/usr/bin/env node
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadParser, scan } from '../../dist/index.js';
import { loadCases } from './cases.mjs';
import { findPythons, prepareKernels } from './environments.mjs';
import { runHome, runsThere } from './homes.mjs';
import { judge } from './judge.mjs';
import { Machine } from './machine.mjs';
import { report } from './report.mjs';
import { convertTo, DEFAULT_PYTHON, environmentsFor } from './targets.mjs';

/**
 * `npm run test:behaviour [-- [--fresh] [filter ...]]`: every case runs at home, is converted to each of its targets, and
 * runs there. What home printed, and how it ended, is the oracle. BROKEN is always a failure.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const filters = process.argv.slice(2).filter((each) => !each.startsWith('--'));
const verbose = process.argv.includes('--verbose');

await loadParser();
const pythons = findPythons();
const { kernels, missing } = prepareKernels(pythons, join(root, '.cache', 'environments'), (text) =>
  console.error(text),
);
const machine = new Machine({
  pythons,
  kernels,
  cache: join(root, '.cache', 'behaviour'),
  fresh: process.argv.includes('--fresh'),
});
const queue = loadCases(join(root, '__testfixtures__')).filter(
  ({ id }) => filters.length === 0 || filters.some((filter) => id.includes(filter)),
);
const rows = [];
// Programs wait more than they work.
await Promise.all(Array.from({ length: cpus().length + 2 }, worker));
machine.close();
rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
process.exitCode = report(rows, { pythons, kernels, missing }) ? 0 : 1;

async function worker() {
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) await tryCase(item);
}

async function tryCase(item) {
  const add = (target, result) =>
    rows.push({
      id: item.id,
      group: item.group,
      target,
      declared: item.missed?.includes(target) ?? false,
      ...result,
    });
  const skip = (why, isSaid = true) => {
    for (const target of item.targets) {
      const converted = convertTo(item, target);
      const unrun = pythons.size > 0 && (mustRun(item, target, converted) || !isSaid) && converted.output !== item.text;
      add(target, unrun ? { outcome: 'BROKEN', why: `converted, and not run: ${why}` } : { outcome: 'skipped', why });
    }
  };
  if (item.behaviour !== undefined) return skip(item.behaviour);
  if (pythons.size === 0) return skip('no CPython found');
  const python = machine.nearest(item.homePython ?? item.options?.python ?? DEFAULT_PYTHON);
  const home = await runHome({ ...item, awaits: hasAwaits(item) }, python, machine);
  if (home.skipped !== undefined)
    return skip(home.skipped, !/^(?:to-(?:notebook|repl|script)|export-script)\//.test(item.id));
  if (verbose) console.log(`${item.id}\n${home.stdout}${home.ending}\n${home.stderr}`);
  for (const target of item.targets) {
    for (const [kernel, why] of Object.entries(item.notIn ?? {}))
      add(target, { outcome: 'skipped', why: `in ${kernel} alone: ${why}` });
    if (home.unstable) add(target, { outcome: 'unstable', why: `two runs at home differ: ${differing(...home.runs)}` });
    else add(target, await tryTarget(item, target, home));
  }
}

async function tryTarget(item, target, home) {
  const converted = convertTo(item, target);
  if (converted.status === 'failed') return { outcome: 'BROKEN', why: converted.why ?? 'the file failed' };
  const refused = converted.refused.length > 0;
  if (refused && converted.output === item.text) return { outcome: 'missed', why: converted.refused.join(' ') };
  if (item.expected !== undefined && converted.output !== item.expected)
    return { outcome: 'BROKEN', why: 'the fixture says another output' };
  let worst = { outcome: 'pass' };
  let ran = 0;
  const ranIn = new Set();
  for (const environment of environmentsFor(item, target, machine)) {
    if (environment.extra && !(await isFit(item, home, environment))) continue;
    const run = await runIn(environment, converted, home, item);
    if (run.skipped !== undefined) {
      worst = { outcome: 'skipped', why: run.skipped };
      continue;
    }
    ran++;
    ranIn.add(environment.kind);
    if (verbose)
      console.log(
        `  → ${target} ${nameOf(environment)}\n${converted.output}\n${run.stdout}${run.ending}\n${run.stderr}`,
      );
    const shown = environment.kind === 'kernel' && converted.path.endsWith('.ipynb') && item.path.endsWith('.ipynb');
    const outcome = judge(environment.kind === 'script' ? home : uninterrupted(home, item), run, {
      refused,
      shown,
      extra: environment.extra,
      leftAs: item.leftAs,
      unordered: item.unordered,
    });
    if (outcome === 'missed') worst = { outcome, why: converted.refused.join(' ') };
    else if (outcome !== 'pass') {
      const why = `${nameOf(environment)}: ${differing(home, run)} ${lastLine(run.stderr)} ${converted.refused.join(' ')}`;
      return { outcome, why };
    }
  }
  const missing = kindsFor(target).filter((kind) => !ranIn.has(kind));
  if (mustRun(item, target, converted) && missing.length > 0 && kernels.size > 0)
    return { outcome: 'BROKEN', why: `converted, and not run in a ${missing.join(' and a ')}` };
  if (ran === 0 && worst.outcome === 'pass')
    return { outcome: 'skipped', why: 'handlers at exit print to nobody in a kernel' };
  // Under one kernel less, but run all the same.
  return worst.outcome === 'skipped' && ran > 0 ? { outcome: 'pass' } : worst;
}

/** Fixtures of the portable target, and of the ways back from it, are promised to run: in a script, in a kernel, or in both. */
function mustRun(item, target, { output, forms }) {
  if (item.id.startsWith('behaviour/') || output === item.text) return false;
  return target === 'portable' || forms.some((form) => form === 'guard' || form === 'bridge');
}

/** A kernel, or the REPL, serves on, and is ready for more, where the program at home had to be stopped. */
function uninterrupted(home, { interruptAfter }) {
  return interruptAfter !== undefined && /^KeyboardInterrupt\b/.test(home.ending) ? { ...home, ending: 'ok' } : home;
}

function kindsFor(target) {
  if (target === 'portable') return ['script', 'kernel'];
  return target === 'notebook' ? ['kernel'] : [];
}

/** A Python beyond the named one counts where the source itself runs there. */
function isFit(item, home, environment) {
  const version = environment.kind === 'kernel' ? kernels.get(environment.name)?.version : environment.version;
  return version !== undefined && runsThere({ ...item, awaits: hasAwaits(item) }, home, version, machine);
}

async function runIn(environment, { output, path }, home, { interruptAfter, modules }) {
  const beside = { interruptAfter, modules };
  switch (environment.kind) {
    case 'script':
      // A notebook with magics, where no loop is running: a plain IPython
      if (path.endsWith('.ipynb') && machine.cells(path, output).some((cell) => /^[%!]/m.test(cell)))
        return machine.shell(machine.cells(path, output), beside);
      return machine.script(environment.version, asProgram(path, output), beside);
    case 'awaiting':
      return machine.awaiting(environment.version, asProgram(path, output), beside);
    case 'kernel':
      return machine.kernel(environment.name, environment.around(machine.cells(path, output)), {
        modules,
        until: home.stdout,
      });
    default:
      throw new Error(`no such environment: ${environment.kind}`);
  }
}

function asProgram(path, text) {
  return path.endsWith('.ipynb') ? machine.cells(path, text).join('\n\n') : text;
}

function hasAwaits(item) {
  return scan({ path: item.path, text: item.text }, { ...item.options, to: 'notebook' }).sites.some(
    ({ form, standing }) => form === 'await' && /module|main|comprehension/.test(standing),
  );
}

function nameOf(environment) {
  return environment.kind === 'kernel' ? environment.name : `CPython ${environment.version}`;
}

function differing(home, run) {
  const [a, b] = [home.stdout.split('\n'), run.stdout.split('\n')];
  const line = a.findIndex((text, index) => text !== b[index]);
  const where =
    line === -1 && a.length === b.length
      ? 'stdout alike'
      : `line ${line + 1}: ${quote(a[line])}, there ${quote(b[line])}`;
  return `${where}; ends ${quote(home.ending)}, there ${quote(run.ending)}`;
}

function quote(text) {
  return text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 160));
}

function lastLine(text) {
  return text.trim().split('\n').at(-1);
}
