// How long the built command line takes, against tools that do less or the like, all in the same run.
//
//     npm run bench                    a small file, and a generated tree of 4,000 files
//     npm run bench -- FOLDER          that folder instead of the generated tree
//     npm run bench -- --runs 15       more runs (default 7); --files 2000: a smaller tree; --json: for machines
//
// Absolute times differ by machine and by the hour: compare the ratios. Nothing is written to what is measured.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { SMALL_FILE, writeTree } from './bench/tree.mjs';

const AST_GREP = '@ast-grep/cli@0.51.1';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    files: { type: 'string', default: '4000' },
    json: { type: 'boolean', default: false },
  },
});
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cli = join(root, 'dist/cli.cjs');
if (!existsSync(cli)) fail('dist/cli.cjs is missing: npm run build');

// A certificate bundle in the environment alone adds 65 ms to every start of node.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const scratch = mkdtempSync(join(tmpdir(), 'loopshift-bench-'));
try {
  report(measureAll());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function measureAll() {
  const small = join(scratch, 'small.py');
  writeFileSync(small, SMALL_FILE);
  const [given] = positionals;
  const tree = given === undefined ? join(scratch, 'tree') : resolve(given);
  if (given === undefined) writeTree(tree, Number(values.files));
  const astGrep = findAstGrep();
  const rewrite = (path) => [
    astGrep,
    'run',
    '--lang',
    'python',
    '--pattern',
    'asyncio.run($X)',
    '--rewrite',
    'await $X',
    '--json=stream',
    path,
  ];
  const left = [];
  if (astGrep === undefined) left.push('ast-grep (not found, and not installable)');
  if (!runs('rg')) left.push('rg (not found)');
  const tables = [
    {
      title: 'one small file',
      rows: measure([
        ['node -e 0', [process.execPath, '-e', '0']],
        ['loopshift --version', [process.execPath, cli, '--version']],
        ['loopshift convert', [process.execPath, cli, 'convert', '--to', 'notebook', small]],
        ...(astGrep === undefined ? [] : [['ast-grep, one rewrite', rewrite(small)]]),
      ]),
    },
    {
      title: given === undefined ? 'generated tree' : given,
      size: sizeOf(tree),
      rows: measure([
        ['node -e 0', [process.execPath, '-e', '0']],
        ['loopshift convert', [process.execPath, cli, 'convert', '--to', 'notebook', tree]],
        ...(astGrep === undefined ? [] : [['ast-grep, one rewrite', rewrite(tree)]]),
        ...(runs('rg') ? [["rg -l 'asyncio|await'", ['rg', '-l', 'asyncio|await', tree]]] : []),
      ]),
    },
  ];
  return { tables, left };
}

/** Round after round, so that a slow minute falls on all rows alike; the first round warms the file cache and does not count. */
function measure(commands) {
  const times = commands.map(() => []);
  for (let round = 0; round <= Number(values.runs); round++) {
    for (const [index, [name, [command, ...rest]]] of commands.entries()) {
      const start = process.hrtime.bigint();
      const run = spawnSync(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe'] });
      const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
      // 1: rg and ast-grep found nothing
      if (run.error !== undefined || run.status === null || run.status > 1)
        fail(`${name} failed: ${run.error ?? run.stderr}`);
      if (round > 0) times[index].push(elapsed);
    }
  }
  return commands.map(([name], index) => {
    const sorted = times[index].sort((a, b) => a - b);
    return { name, median: median(sorted), fastest: sorted[0], slowest: sorted[sorted.length - 1] };
  });
}

function median(sorted) {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function report({ tables, left }) {
  if (values.json) {
    console.log(JSON.stringify({ runs: Number(values.runs), tables, left }, null, 2));
    return;
  }
  for (const { title, size, rows } of tables) {
    const own = rows.find((row) => row.name === 'loopshift convert');
    console.log(`\n${title} (median of ${values.runs}, fastest to slowest)`);
    if (size !== undefined) {
      const { files, bytes } = size;
      const [count, amount] = [files / own.median, bytes / 1e3 / own.median];
      console.log(
        `  ${files} Python files and notebooks, ${(bytes / 1e6).toFixed(1)} MB: ` +
          `loopshift does ${Math.round(count * 1000)} files or ${amount.toFixed(1)} MB a second`,
      );
    }
    for (const { name, median: middle, fastest, slowest } of rows) {
      const ratio = `loopshift takes ${(own.median / middle).toFixed(2)} times this`;
      console.log(
        `  ${name.padEnd(24)}${middle.toFixed(0).padStart(7)} ms  (${fastest.toFixed(0)} to ${slowest.toFixed(0)})`.padEnd(
          60,
        ) + (name === own.name ? '' : ratio),
      );
    }
  }
  console.log(`\nleft out: ${left.length === 0 ? 'nothing' : left.join('; ')}`);
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

/** On PATH, else in .cache/, where it is installed on the first run: it is no dependency, its binaries are for some platforms only. */
function findAstGrep() {
  if (runs('ast-grep')) return 'ast-grep';
  const prefix = join(root, '.cache/ast-grep');
  const binary = join(prefix, 'node_modules/@ast-grep/cli', process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
  if (!existsSync(binary)) {
    console.error(`installing ${AST_GREP} in .cache/`);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    spawnSync(npm, ['install', '--prefix', prefix, '--no-save', '--no-audit', '--no-fund', AST_GREP], {
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
  }
  return existsSync(binary) && runs(binary) ? binary : undefined;
}

function runs(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}

function fail(message) {
  console.error(`bench: ${message}`);
  process.exit(1);
}
