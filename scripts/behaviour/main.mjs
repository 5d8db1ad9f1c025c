#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert, loadParser, openDocument } from '../../dist/index.js';
import { loadCases } from './cases.mjs';
import { findPythons, prepareKernels } from './environments.mjs';
import { judge, OUTCOMES, sameEnding } from './judge.mjs';
import { KernelDriver, runScript } from './runners.mjs';

/**
 * `npm run test:behaviour [-- filter]`: every case runs at home, is converted to each of its targets, and runs there.
 * What home printed, and how it ended, is the oracle. BROKEN is always a failure.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const filter = process.argv[2];
const log = (text) => process.stderr.write(`${text}\n`);

await loadParser();
const pythons = findPythons();
const { kernels, missing } = prepareKernels(pythons, join(root, '.cache', 'environments'), log);
const cases = loadCases(join(root, '__testfixtures__')).filter(({ id }) => filter === undefined || id.includes(filter));
const drivers = new Map();
const rows = [];
const homes = new Map();

const queue = [...cases];
await Promise.all([worker(0), worker(1)]);
for (const driver of drivers.values()) driver.close();
report();

async function worker(index) {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const target of next.targets)
      rows.push({ id: next.id, group: next.group, target, ...(await tryCase(next, target, index)) });
  }
}

async function tryCase(item, target, worker) {
  if (item.behaviour !== undefined) return { outcome: 'skipped', why: item.behaviour };
  if (pythons.size === 0) return { outcome: 'skipped', why: 'no CPython found' };
  const options = { ...item.options, to: target };
  const home = await runHome(item, options, worker);
  if (home.skipped !== undefined) return { outcome: 'skipped', why: home.skipped };
  if (home.unstable) return { outcome: 'unstable', why: 'two runs at home differ' };
  const result = convert({ path: item.path, text: item.text }, options);
  const blocked = result.sites.filter(
    (site) => site.status === 'blocked' || (site.status === 'unchanged' && site.code === 'LS113'),
  );
  const codes = [...new Set(blocked.map((site) => site.code))].join(' ');
  if (result.status === 'failed') return { outcome: 'BROKEN', why: 'the file failed' };
  for (const environment of environmentsFor(target, options)) {
    const run = await runTarget(result.output, item.path, environment, worker);
    if (run.skipped !== undefined) return { outcome: 'skipped', why: run.skipped };
    const outcome = judge(home, run, { blocked: blocked.length > 0 });
    if (outcome !== 'pass') return { outcome, why: outcome === 'missed' ? codes : explain(environment, home, run) };
  }
  return { outcome: 'pass' };
}

/** A program that compiles as a script has a script for a home; one with top-level awaits a kernel. */
async function runHome(item, options, worker) {
  const key = `${item.id} ${options.python ?? ''}`;
  if (homes.has(key)) return homes.get(key);
  const cells = cellsOf(item.path, item.text);
  const version = item.home ?? nearestPython(options.python);
  const once = async () => {
    const asScript = await runScript(pythons.get(version), cells.join('\n\n'));
    if (!/SyntaxError: .*(?:await|asynchronous comprehension|async)/.test(asScript.stderr)) return asScript;
    return runKernel(cells, 'ipython-8', worker);
  };
  const [first, second] = [await once(), await once()];
  const home =
    first.skipped !== undefined || (first.stdout === second.stdout && sameEnding(first.ending, second.ending))
      ? first
      : { unstable: true };
  homes.set(key, home);
  return home;
}

function environmentsFor(target, options) {
  switch (target) {
    case 'script':
      return [{ kind: 'script', version: nearestPython(options.python) }];
    case 'notebook':
    case 'repl':
      return [{ kind: 'kernel', name: kernelFor(options.python) }];
    case 'portable':
      return [
        { kind: 'script', version: nearestPython(options.python) },
        { kind: 'kernel', name: kernelFor(options.python) },
      ];
    default:
      throw new Error(`no such target: ${target}`);
  }
}

function kernelFor(python) {
  if (python === undefined) return 'ipython-8';
  const minor = Number(python.slice(2));
  return minor < 10 ? 'ipython-7' : minor < 13 ? 'ipython-8' : 'ipython-9';
}

function nearestPython(wanted = '3.11') {
  if (pythons.has(wanted)) return wanted;
  const above = [...pythons.keys()].filter((version) => Number(version.slice(2)) > Number(wanted.slice(2)));
  return above[0] ?? [...pythons.keys()].at(-1);
}

async function runTarget(text, path, environment, worker) {
  const cells = cellsOf(path, text);
  if (environment.kind === 'kernel') return runKernel(cells, environment.name, worker);
  return runScript(pythons.get(environment.version), path.endsWith('.ipynb') ? cells.join('\n\n') : text);
}

async function runKernel(cells, name, worker) {
  const kernel = kernels.get(name) ?? [...kernels.values()][0];
  if (kernel === undefined) return { skipped: 'no IPython kernel' };
  const key = `${kernel.python} ${worker}`;
  if (!drivers.has(key)) drivers.set(key, new KernelDriver(kernel.python));
  return drivers.get(key).run(cells);
}

/** The code cells as a kernel is given them: magics and all. */
function cellsOf(path, text) {
  const document = openDocument({ path, text });
  return document.cells.filter((cell) => cell.kind === 'code').map((cell) => document.code.slice(cell.start, cell.end));
}

function explain(environment, home, run) {
  const where = environment.kind === 'script' ? `CPython ${environment.version}` : environment.name;
  return `${where}: home ${JSON.stringify(home.stdout.slice(-200))} ${home.ending}; there ${JSON.stringify(run.stdout.slice(-200))} ${run.ending} ${run.stderr.trim().split('\n').at(-1)}`;
}

function report() {
  const groups = [...new Set(rows.map((row) => row.group))].sort();
  const width = Math.max(...groups.map((group) => group.length), 5);
  console.log(['group'.padEnd(width), ...OUTCOMES.map((outcome) => outcome.padStart(8))].join(' '));
  for (const group of groups) {
    const counts = OUTCOMES.map(
      (outcome) => rows.filter((row) => row.group === group && row.outcome === outcome).length,
    );
    console.log([group.padEnd(width), ...counts.map((count) => String(count || '·').padStart(8))].join(' '));
  }
  for (const outcome of ['BROKEN', 'noisy', 'unstable', 'missed']) {
    for (const row of rows.filter((candidate) => candidate.outcome === outcome))
      console.log(`${outcome}  ${row.id} → ${row.target}  ${row.why}`);
  }
  const reasons = new Map();
  for (const row of rows.filter((candidate) => candidate.outcome === 'skipped'))
    reasons.set(row.why, (reasons.get(row.why) ?? 0) + 1);
  for (const [why, count] of reasons) console.log(`skipped ${count}: ${why}`);
  for (const line of missing) console.log(`could not be had: ${line}`);
  const count = (outcome) => rows.filter((row) => row.outcome === outcome).length;
  console.log(`CPython ${[...pythons.keys()].join(', ')}; kernels ${[...kernels.keys()].join(', ') || 'none'}`);
  const failed = count('BROKEN') + count('unstable');
  console.log(
    `${count('pass') + count('noisy') + count('missed')} passed, ${failed} failed, ${count('skipped')} skipped`,
  );
  process.exitCode = failed > 0 ? 1 : 0;
}
