#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutate.mjs';
import { seeded } from './random.mjs';

/**
 * `npm run test:fuzz [-- --inputs N --seed S --from DIR,DIR --cli PATH]`: mutated real files against the command line, in bulk.
 * Never a crash, never a stack trace, never an internal error, never a hang past the bound, never a changed file without
 * `--write`; with `--verify PYTHON`, never an output that this CPython does not compile though it compiles the input. What
 * fails is kept in `--keep`, by seed and number.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const options = readOptions(process.argv.slice(2));
const BATCH = 500;
/** A batch may take this long, however busy the machine is. */
const BOUND = 1_200_000;
const TARGETS = ['notebook', 'repl', 'script', 'portable', 'auto'];
const MORE = [
  [],
  ['--unsafe'],
  ['--python', '3.14'],
  ['--python', '3.8', '--guard', 'thread'],
  ['--no-bridge', '--clear-errors'],
];
/** A file alone may take this long: what is slower is a hang. */
const BOUND_OF_ONE = 30_000;

/** A CPython has every output compiled. What it dies of (deep nesting, in old ones) says nothing. */
const verify = options.verify === '' ? [] : ['--verify-with', options.verify];
const UNVERIFIED = 'LS908';

const random = seeded(options.seed);
const corpus = options.from.split(',').flatMap(collect);
const folder = mkdtempSync(join(tmpdir(), 'loopshift-fuzz-'));
const findings = [];
let done = 0;
let told = 0;
const statuses = new Map();

while (done < options.inputs) {
  const count = Math.min(BATCH, options.inputs - done);
  const batch = join(folder, `batch-${done}`);
  mkdirSync(batch);
  const made = [];
  for (let i = 0; i < count; i++) {
    const [path, other] = [random.pick(corpus), random.pick(corpus)];
    const { bytes, used } = mutate(readFileSync(path), random, readFileSync(other));
    const name = join(batch, `${String(i).padStart(4, '0')}${extname(path)}`);
    writeFileSync(name, bytes);
    made.push({ name, hash: hash(bytes), path, used });
  }
  const number = done / BATCH;
  check(
    batch,
    made,
    ['--to', TARGETS[number % TARGETS.length], ...MORE[Math.floor(number / TARGETS.length) % MORE.length]],
    number % 2 === 0,
  );
  done += count;
  rmSync(batch, { recursive: true, force: true });
  for (const finding of findings.slice(told)) console.log(finding);
  told = findings.length;
  if (done % 5000 === 0) process.stderr.write(`${done} inputs, ${findings.length} findings\n`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`seed ${options.seed}; files: ${[...statuses].map(([status, count]) => `${count} ${status}`).join(', ')}`);
console.log(`${done - findings.length} passed, ${findings.length} failed, 0 skipped`);
process.exitCode = findings.length > 0 ? 1 : 0;

/** `named`: each file on the command line, so that it is read in full; else in a list, where a quick look comes first. */
function check(batch, made, args, named) {
  const run = convert(
    batch,
    made.map(({ name }) => name),
    args,
    named,
    BOUND,
  );
  const where = `batch of ${made.length} ${args.join(' ')}, seed ${options.seed}, after ${done}`;
  const fault = faultOf(run);
  if (fault !== undefined) return blame(batch, made, args, `${where}: ${fault}`);
  for (const { name, hash: before, path, used } of made) {
    if (hash(readFileSync(name)) !== before) findings.push(`${where}: changed without --write: ${path} ${used}`);
  }
  const report = parse(run.stdout);
  if (report.files.length !== made.length) findings.push(`${where}: ${report.files.length} files in the report`);
  report.files.forEach((file, i) => {
    statuses.set(file.status, (statuses.get(file.status) ?? 0) + 1);
    const internal = file.diagnostics.find(({ code }) => code.startsWith('LS9') && code !== UNVERIFIED);
    if (internal !== undefined)
      findings.push(`${internal.code} ${internal.message} ${args.join(' ')}: ${keep(made[i])}`);
    for (const site of file.sites)
      if (site.status === 'blocked' && !site.code) findings.push(`${where}: a site without a reason: ${keep(made[i])}`);
  });
}

function convert(cwd, names, args, named, timeout) {
  return spawnSync(
    process.execPath,
    [options.cli, 'convert', '--json', ...verify, ...args, ...(named ? names : ['--files-from', '-'])],
    {
      cwd,
      input: names.map((name) => `${name}\0`).join(''),
      encoding: 'utf8',
      timeout,
      killSignal: 'SIGKILL',
      maxBuffer: 1 << 30,
    },
  );
}

/** What is wrong with a run as a whole. */
function faultOf(run) {
  if (run.error !== undefined) return run.error.code ?? run.error.message;
  if (![0, 2].includes(run.status)) return `exit ${run.status} ${run.signal ?? ''} ${run.stderr.slice(0, 400)}`;
  if (/^\s+at .+:\d+:\d+\)?$/m.test(run.stderr)) return `a stack trace: ${run.stderr.slice(0, 400)}`;
  return parse(run.stdout) === undefined ? `the report is no JSON: ${run.stdout.slice(0, 200)}` : undefined;
}

/** Which files of a batch it was: each alone. */
function blame(batch, made, args, what) {
  const before = findings.length;
  for (const item of made) {
    const fault = faultOf(convert(batch, [item.name], args, true, BOUND_OF_ONE));
    if (fault !== undefined) findings.push(`${what}; alone: ${fault}: ${keep(item)}`);
  }
  if (findings.length === before) findings.push(`${what}; no file alone`);
}

/** Puts a file aside. @returns where, and how it was made. */
function keep(item) {
  const path = join(options.keep, `${options.seed}-${done}-${basename(item.name)}`);
  mkdirSync(options.keep, { recursive: true });
  writeFileSync(path, readFileSync(item.name));
  return `${path} (${used(item)})`;
}

function used(item) {
  return `${item.path.split('/').slice(-2).join('/')}: ${item.used.join(', ')}`;
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hash(bytes) {
  return createHash('sha1').update(bytes).digest('hex');
}

/** Python files and notebooks of up to 200 KB. */
function collect(from) {
  const found = [];
  const folders = [from];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile() && /\.(?:py|ipynb)$/.test(entry.name) && statSync(path).size < 200_000) found.push(path);
    }
  }
  // Files with something to convert in them are worth more.
  const rich = found.filter((path) => /asyncio|await/.test(readFileSync(path, 'latin1')));
  return rich.length > 0 ? rich : found;
}

function readOptions(args) {
  const values = {
    inputs: 1000,
    seed: 1,
    from: join(root, '__testfixtures__'),
    keep: join(root, '.cache', 'fuzz'),
    cli: join(root, 'dist/cli.cjs'),
    verify: '',
  };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!(name in values) || args[i + 1] === undefined)
      throw new Error(
        `usage: fuzz.mjs [--inputs N] [--seed S] [--from DIR,DIR] [--keep DIR] [--cli PATH] [--verify PYTHON]`,
      );
    values[name] = typeof values[name] === 'number' ? Number(args[i + 1]) : args[i + 1];
  }
  return values;
}
