#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seeded } from './random.mjs';

/**
 * `npm run test:faults [-- --kills N --files N]`: what may go wrong while files are written, made to happen. A file is what it was
 * or what it is to be, never something between; nothing is lost, and what went wrong is said.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.cjs');
const options = readOptions(process.argv.slice(2));
const BEFORE = `import asyncio\n\n\nasync def main():\n    print("hello")\n\n\n${'# a line of ballast, so that a write takes a while\n'.repeat(60)}asyncio.run(main())\n`;
const results = [];

const folder = mkdtempSync(join(tmpdir(), 'loopshift-faults-'));
const AFTER = convertedText();
try {
  await kills();
  await twoAtOnce();
  readOnly();
  links();
  diskFull();
} finally {
  spawnSync('umount', [join(folder, 'small')], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
for (const { name, outcome, why } of results) if (outcome !== 'passed') console.log(`${outcome}: ${name}: ${why}`);
const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
process.exitCode = count('failed') > 0 ? 1 : 0;

/** SIGKILL in the middle of `--write` over many files, again and again. */
async function kills() {
  const random = seeded(7);
  const tree = join(folder, 'kills');
  let torn = 0;
  let halfway = 0;
  const whole = await timeOf(() => plant(tree), tree);
  for (let i = 0; i < options.kills; i++) {
    plant(tree);
    const child = spawn(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', '-q', tree], {
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.on('close', done));
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + 0.8 * random.next()));
    await ended;
    clearTimeout(timer);
    const states = filesOf(tree).map((name) => stateOf(readFileSync(join(tree, name), 'utf8')));
    torn += states.filter((state) => state === 'torn').length;
    if (states.length !== options.files) torn += 1;
    if (new Set(states).size > 1) halfway += 1;
  }
  verdict(
    `${options.kills} kills over ${options.files} files, ${halfway} of them halfway`,
    torn === 0,
    `${torn} torn or lost files`,
  );
}

async function twoAtOnce() {
  const tree = join(folder, 'two');
  plant(tree);
  const codes = await Promise.all(
    [1, 2].map(
      () =>
        new Promise((done) =>
          spawn(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', '-q', tree], { stdio: 'ignore' }).on(
            'close',
            done,
          ),
        ),
    ),
  );
  const states = filesOf(tree).map((name) => stateOf(readFileSync(join(tree, name), 'utf8')));
  verdict(
    'two runs at once',
    states.length === options.files && !states.includes('torn') && codes.every((code) => code === 0 || code === 2),
    `exit codes ${codes}, ${states.filter((state) => state === 'torn').length} torn`,
  );
  const settled = spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', '-q', tree]);
  verdict(
    'a run after two at once',
    settled.status === 0 && filesOf(tree).every((name) => readFileSync(join(tree, name), 'utf8') === AFTER),
    `exit ${settled.status}`,
  );
}

function readOnly() {
  const tree = join(folder, 'read-only');
  mkdirSync(tree);
  const file = join(tree, 'a.py');
  writeFileSync(file, BEFORE);
  chmodSync(file, 0o444);
  const mode = 0o444;
  const run = spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', file], { encoding: 'utf8' });
  const text = readFileSync(file, 'utf8');
  const said = run.status === 0 ? text === AFTER : text === BEFORE && run.status === 2 && run.stderr.includes('a.py');
  verdict(
    'a read-only file',
    said && spawnSync('stat', ['-c', '%a', file], { encoding: 'utf8' }).stdout.trim() === mode.toString(8),
    `exit ${run.status} ${run.stderr}`,
  );
}

function links() {
  const tree = join(folder, 'links');
  mkdirSync(join(tree, 'real'), { recursive: true });
  writeFileSync(join(tree, 'real', 'a.py'), BEFORE);
  symlinkSync('real/a.py', join(tree, 'link.py'));
  symlinkSync('.', join(tree, 'loop'));
  symlinkSync('nowhere.py', join(tree, 'dangling.py'));
  const run = spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', tree], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  const isLink = spawnSync('readlink', [join(tree, 'link.py')], { encoding: 'utf8' }).stdout.trim() === 'real/a.py';
  verdict(
    'symbolic links, a loop and a dangling one',
    run.error === undefined && isLink && readFileSync(join(tree, 'real', 'a.py'), 'utf8') === AFTER,
    `exit ${run.status} ${run.stderr}`,
  );
}

/** A file system too small for the new files: needs the right to mount one. */
function diskFull() {
  const small = join(folder, 'small');
  mkdirSync(small);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small], { encoding: 'utf8' });
  if (mounted.status !== 0)
    return results.push({ name: 'a full disk', outcome: 'skipped', why: 'no right to mount a tmpfs here' });
  for (let i = 0; i < 8; i++) writeFileSync(join(small, `f${i}.py`), BEFORE);
  try {
    for (let i = 0; i < 200; i++) writeFileSync(join(small, `ballast${i}`), Buffer.alloc(4096));
  } catch {
    // full, as it should be
  }
  const run = spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', small], { encoding: 'utf8' });
  const states = filesOf(small).map((name) => stateOf(readFileSync(join(small, name), 'utf8')));
  verdict(
    'a full disk',
    states.length === 8 &&
      !states.includes('torn') &&
      (run.status === 2 || states.every((state) => state === 'after')) &&
      !/^\s+at /m.test(run.stderr),
    `exit ${run.status}: ${states} ${run.stderr}`,
  );
  spawnSync('umount', [small]);
}

function plant(tree) {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  for (let i = 0; i < options.files; i++) writeFileSync(join(tree, `f${i}.py`), BEFORE);
}

async function timeOf(prepare, tree) {
  prepare();
  const start = performance.now();
  spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', '-q', tree]);
  return performance.now() - start;
}

function convertedText() {
  const file = join(folder, 'one.py');
  writeFileSync(file, BEFORE);
  const run = spawnSync(process.execPath, [cli, 'convert', '--write', '--to', 'notebook', file], { encoding: 'utf8' });
  const text = readFileSync(file, 'utf8');
  if (run.status !== 0 || text === BEFORE) throw new Error(`the program is not converted: ${run.stderr}`);
  return text;
}

function stateOf(text) {
  return text === BEFORE ? 'before' : text === AFTER ? 'after' : 'torn';
}

function filesOf(tree) {
  return existsSync(tree) ? readdirSync(tree).filter((name) => name.endsWith('.py')) : [];
}

function verdict(name, passed, why) {
  results.push({ name, outcome: passed ? 'passed' : 'failed', why });
  console.log(`${passed ? 'passed' : 'FAILED'}  ${name}${passed ? '' : `: ${why}`}`);
}

function readOptions(args) {
  const values = { kills: 10, files: 300 };
  for (let i = 0; i < args.length; i += 2) {
    const name = args[i].replace(/^--/, '');
    if (!(name in values)) throw new Error('usage: faults.mjs [--kills N] [--files N]');
    values[name] = Number(args[i + 1]);
  }
  return values;
}
