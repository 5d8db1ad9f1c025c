// How long the built command line takes, against tools that do less or the like, all in the same run.
//
// Absolute times differ by machine and by the hour: compare the ratios. Nothing is written to what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { measure, ratio, weigh } from './bench/measure.mjs';
import { astGrep, ripgrep } from './bench/others.mjs';
import { SMALL_FILE, writeNotebook, writeTree } from './bench/tree.mjs';

const HELP = `Usage: npm run bench -- [FOLDER..] [options]

Without a folder: a small file, a generated tree, some sizes of it in one thread and in two, and a notebook of 50 MB.
With folders: a small file, and those folders; nothing is written to them.

  --runs N          how often each command is run (default 5)
  --files N         files of the generated tree (default 4000)
  --sizes N,N..     sizes of generated trees (default 1000,10000,50000)
  --json            for machines
  -h, --help        this text
`;
const { values, positionals } = readArguments();
if (values.help) {
  process.stdout.write(HELP);
  process.exit(0);
}
const missing = positionals.find((folder) => !existsSync(folder));
if (missing !== undefined) fail(`${missing}: no such folder`);
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'dist/cli.cjs');
if (!existsSync(cli)) fail('dist/cli.cjs is missing: npm run build');
const runs = Number(values.runs);
const rewrite = astGrep(root);
const search = ripgrep();
const phases = join(root, '.cache/bench-phases.mjs');
const scratch = mkdtempSync(join(tmpdir(), 'loopshift-bench-'));
try {
  buildPhases();
  const sections = [measureStart(), ...measureTrees(), ...(positionals.length === 0 ? [scale(), weighNotebook()] : [])];
  const left = [
    ...(rewrite ? [] : ['ast-grep (not found, and not installable)']),
    ...(search ? [] : ['rg (not found)']),
  ];
  if (values.json) console.log(JSON.stringify({ runs, sections, left }, null, 2));
  else console.log(`\nleft out: ${left.length === 0 ? 'nothing' : left.join('; ')}`);
} catch (error) {
  fail(error.message);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '5' },
        files: { type: 'string', default: '4000' },
        sizes: { type: 'string', default: '1000,10000,50000' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    return fail(`${error.message}\n\n${HELP}`);
  }
}

function buildPhases() {
  mkdirSync(dirname(phases), { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/phases.ts'],
    outfile: phases,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  });
}

function measureStart() {
  const small = join(scratch, 'small.py');
  writeFileSync(small, SMALL_FILE);
  // The first runs of a build keep what V8 makes of it.
  for (let run = 0; run < 10; run++) weigh([cli, 'convert', '--to', 'notebook', small]);
  const rows = measure(
    [
      ['loopshift convert', node('convert', '--to', 'notebook', small)],
      ['node -e 0', [process.execPath, '-e', '0']],
      ['loopshift --version', node('--version')],
      ...(rewrite ? [['ast-grep, one rewrite', rewrite(small)]] : []),
    ],
    Math.max(runs, 9),
  );
  return show({ title: 'one small file', rows });
}

function measureTrees() {
  if (positionals.length > 0)
    return positionals.map((folder) => measureTree(basename(resolve(folder)), resolve(folder)));
  const tree = join(scratch, 'tree');
  writeTree(tree, Number(values.files));
  const section = measureTree('generated tree', tree);
  rmSync(tree, { recursive: true });
  return [section];
}

function measureTree(title, tree) {
  const convert = ['convert', '--to', 'notebook', tree];
  const cache = join(scratch, 'cache');
  spawnSync(process.execPath, [cli, ...convert, '--cache-dir', cache], { stdio: 'ignore' });
  const rows = measure(
    [
      ['loopshift convert', node(...convert)],
      ['  with --jobs 1', node(...convert, '--jobs', '1')],
      ['  again, with --cache', node(...convert, '--cache-dir', cache)],
      ['node -e 0', [process.execPath, '-e', '0']],
      ...(rewrite ? [['ast-grep, one rewrite', rewrite(tree)]] : []),
      ...(search ? [["rg -l 'asyncio|await'", search(tree)]] : []),
    ],
    runs,
  );
  rmSync(cache, { recursive: true, force: true });
  const weight = weigh([cli, ...convert]);
  const found = spawnSync(process.execPath, [phases, tree], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (found.status !== 0) throw new Error(`the phases failed: ${found.stderr}`);
  return show({ title, rows, weight, size: sizeOf(tree), phases: JSON.parse(found.stdout.trim().split('\n').at(-1)) });
}

/** The same kind of tree in several sizes, in one thread and in two. */
function scale() {
  const sizes = values.sizes.split(',').map((count) => {
    const tree = join(scratch, `tree-${count}`);
    const bytes = writeTree(tree, Number(count));
    const rows = ['1', '2'].map((jobs) => {
      const args = [cli, 'convert', '--to', 'notebook', tree, '--jobs', jobs];
      weigh(args);
      const weights = [weigh(args), weigh(args), weigh(args)];
      return { jobs: Number(jobs), weights };
    });
    rmSync(tree, { recursive: true });
    return { files: Number(count), bytes, rows };
  });
  return show({ title: 'generated trees', sizes });
}

function weighNotebook() {
  const path = join(scratch, 'large.ipynb');
  const bytes = writeNotebook(path, 50_000_000);
  return show({
    title: 'one notebook',
    size: { files: 1, bytes },
    weight: weigh([cli, 'convert', '--to', 'script', path]),
  });
}

function node(...args) {
  return [process.execPath, [cli, ...args]].flat();
}

function show(section) {
  if (!values.json) print(section);
  return section;
}

function print({ title, rows, weight, size, sizes, phases: found }) {
  console.log(`\n${title}${rows === undefined ? '' : ` (median of ${rows[0].times.length}, least to most)`}`);
  if (size !== undefined) console.log(`  ${size.files} Python files and notebooks, ${megabytes(size.bytes)} MB`);
  const own = rows?.[0];
  for (const row of rows ?? []) {
    const time = `${ms(row.median)} ms  (${ms(row.least)} to ${ms(row.most)})`;
    const times = ratio(own, row);
    const beside = `loopshift takes ${two(times.median)} times this (${two(times.least)} to ${two(times.most)})`;
    console.log(`  ${row.name.padEnd(24)}${time.padEnd(28)}${row === own ? rate(size, own.median) : beside}`);
  }
  if (weight !== undefined)
    console.log(`  at its peak ${ms(weight.peak)} MB of memory; ${ms(weight.cpu)} ms of all processors' time`);
  if (found !== undefined) printPhases(found);
  for (const { files, bytes, rows: perJobs } of sizes ?? []) {
    for (const { jobs, weights } of perJobs) {
      const { cpu, wall, peak } = weights.reduce((a, b) => (b.cpu < a.cpu ? b : a));
      const peaks = Math.max(...weights.map((each) => each.peak), peak);
      console.log(
        `  ${String(files).padStart(6)} files, ${megabytes(bytes).padStart(6)} MB, --jobs ${jobs}: ` +
          `${ms(wall).padStart(6)} ms, ${ms(cpu).padStart(6)} ms of processors' time ` +
          `(${(cpu / (bytes / 1e6)).toFixed(1)} ms a MB), peak ${ms(peaks)} MB; ${rate({ files, bytes }, wall)}`,
      );
    }
  }
}

function printPhases({ candidates, candidateBytes, changed, phases: found }) {
  const parts = Object.entries(found).map(([name, time]) => `${name} ${ms(time)}`);
  console.log(`  phases, in ms, each for all files: ${parts.join(', ')}`);
  console.log(`  ${candidates} files of ${megabytes(candidateBytes)} MB may hold a site, ${changed} change`);
}

function rate(size, time) {
  if (size === undefined) return '';
  return `${Math.round((size.files / time) * 1000)} files or ${(size.bytes / 1e3 / time).toFixed(1)} MB a second`;
}

function ms(value) {
  return value.toFixed(0);
}

function two(value) {
  return value.toFixed(2);
}

function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}

/** What of a tree is loopshift's business, roughly: it walks by git's rules, and this by none. */
function sizeOf(tree) {
  let [files, bytes] = [0, 0];
  for (const entry of readdirSync(tree, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:pyw?|ipynb)$/.test(entry.name)) continue;
    files += 1;
    bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return { files, bytes };
}

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(1);
}
