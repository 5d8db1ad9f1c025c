#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mutate } from './mutate.mjs';
import { seeded } from './random.mjs';

/**
 * `npm run test:fuzz [-- --inputs N --seed S --from DIR]`: mutated real files against the command line, in bulk. Never a crash,
 * never a stack trace, never an internal error, never a hang past the bound, never a changed file without `--write`.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const options = readOptions(process.argv.slice(2));
const BATCH = 250;
/** A batch may take this long, however busy the machine is. */
const BOUND = 300_000;
const TARGETS = ['notebook', 'repl', 'script', 'portable', 'auto'];

const random = seeded(options.seed);
const corpus = collect(options.from);
const folder = mkdtempSync(join(tmpdir(), 'loopshift-fuzz-'));
const findings = [];
let done = 0;
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
  check(batch, made, TARGETS[(done / BATCH) % TARGETS.length]);
  done += count;
  rmSync(batch, { recursive: true, force: true });
  if (done % 5000 === 0) process.stderr.write(`${done} inputs, ${findings.length} findings\n`);
}
rmSync(folder, { recursive: true, force: true });
for (const finding of findings) console.log(finding);
console.log(`seed ${options.seed}; files: ${[...statuses].map(([status, count]) => `${count} ${status}`).join(', ')}`);
console.log(`${done - findings.length} passed, ${findings.length} failed, 0 skipped`);
process.exitCode = findings.length > 0 ? 1 : 0;

function check(batch, made, target) {
  const run = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.cjs'), 'convert', '--json', '--to', target, ...made.map(({ name }) => name)],
    {
      cwd: batch,
      encoding: 'utf8',
      timeout: BOUND,
      maxBuffer: 1 << 30,
    },
  );
  const where = `batch of ${made.length} --to ${target}, seed ${options.seed}, after ${done}`;
  if (run.error !== undefined) return findings.push(`${where}: ${run.error.code ?? run.error.message}`);
  if (![0, 2].includes(run.status))
    findings.push(`${where}: exit ${run.status} ${run.signal ?? ''} ${run.stderr.slice(0, 400)}`);
  if (/^\s+at .+:\d+:\d+\)?$/m.test(run.stderr)) findings.push(`${where}: a stack trace: ${run.stderr.slice(0, 400)}`);
  for (const { name, hash: before, path, used } of made) {
    if (hash(readFileSync(name)) !== before) findings.push(`${where}: changed without --write: ${path} ${used}`);
  }
  const report = parse(run.stdout);
  if (report === undefined) return findings.push(`${where}: the report is no JSON: ${run.stdout.slice(0, 200)}`);
  report.files.forEach((file, i) => {
    statuses.set(file.status, (statuses.get(file.status) ?? 0) + 1);
    const internal = file.diagnostics.find(({ code }) => code.startsWith('LS9'));
    if (internal !== undefined) {
      const item = made[i];
      const kept = join(options.keep, `${options.seed}-${done + i}${extname(item.name)}`);
      mkdirSync(options.keep, { recursive: true });
      writeFileSync(kept, readFileSync(item.name));
      findings.push(`${internal.code} ${internal.message} --to ${target}: ${kept} (${used(item)})`);
    }
    for (const site of file.sites)
      if (site.status === 'blocked' && !site.code) findings.push(`${where}: a site without a reason: ${made[i].path}`);
  });
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
  const values = { inputs: 1000, seed: 1, from: join(root, '__testfixtures__'), keep: join(root, '.cache', 'fuzz') };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!(name in values) || args[i + 1] === undefined)
      throw new Error(`usage: fuzz.mjs [--inputs N] [--seed S] [--from DIR] [--keep DIR]`);
    values[name] = typeof values[name] === 'number' ? Number(args[i + 1]) : args[i + 1];
  }
  return values;
}
