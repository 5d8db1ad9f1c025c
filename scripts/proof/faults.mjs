#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
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
const WRITE = [cli, 'convert', '--write', '--to', 'notebook', '-q'];

const folder = mkdtempSync(join(tmpdir(), 'loopshift-faults-'));
const AFTER = convertedText();
try {
  await kills();
  await twoAtOnce();
  changedMeanwhile();
  readOnly();
  asNobody();
  links();
  linksOutside();
  fullStdout();
  diskFull();
} finally {
  spawnSync('umount', [join(folder, 'small')], { stdio: 'ignore' });
  rmSync(folder, { recursive: true, force: true });
}
for (const { name, outcome, why } of results) if (outcome !== 'passed') console.log(`${outcome}: ${name}: ${why}`);
const count = (outcome) => results.filter((result) => result.outcome === outcome).length;
console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
process.exitCode = count('failed') > 0 ? 1 : 0;

/** SIGKILL in the middle of `--write` over many files, again and again: at some time of what a whole run takes. */
async function kills() {
  const random = seeded(7);
  const tree = join(folder, 'kills');
  let torn = 0;
  let halfway = 0;
  let changed = 0;
  plant(tree);
  const whole = timeOf(() => spawnSync(process.execPath, [...WRITE, tree]));
  for (let i = 0; i < options.kills; i++) {
    replant(tree);
    const child = spawn(process.execPath, [...WRITE, tree], { stdio: 'ignore' });
    const ended = new Promise((done) => child.on('close', done));
    const timer = setTimeout(() => child.kill('SIGKILL'), whole * (0.2 + 0.8 * random.next()));
    await ended;
    clearTimeout(timer);
    const states = statesIn(tree);
    torn += states.filter((state) => state === 'torn').length + (states.length === options.files ? 0 : 1);
    if (new Set(states).size > 1) halfway += 1;
    changed += states.filter((state) => state === 'after').length;
    if ((i + 1) % 20 === 0) process.stderr.write(`${i + 1} kills, ${halfway} halfway, ${torn} torn or lost\n`);
  }
  verdict(
    `${options.kills} kills over ${options.files} files, ${halfway} of them halfway, ${changed} files changed in all`,
    torn === 0 && (options.kills < 5 || halfway > 0),
    `${torn} torn or lost files`,
  );
}

async function twoAtOnce() {
  const tree = join(folder, 'two');
  plant(tree);
  const codes = await Promise.all(
    [1, 2].map(
      () => new Promise((done) => spawn(process.execPath, [...WRITE, tree], { stdio: 'ignore' }).on('close', done)),
    ),
  );
  const states = statesIn(tree);
  verdict(
    'two runs at once',
    states.length === options.files && !states.includes('torn') && codes.every((code) => code === 0 || code === 2),
    `exit codes ${codes}, ${states.filter((state) => state === 'torn').length} torn`,
  );
  const settled = spawnSync(process.execPath, [...WRITE, tree]);
  verdict(
    'a run after two at once',
    settled.status === 0 && statesIn(tree).every((state) => state === 'after'),
    `exit ${settled.status}`,
  );
}

/** A transform that is an editor too: it saves the file while it is being converted. */
function changedMeanwhile() {
  const tree = join(folder, 'meanwhile');
  mkdirSync(tree);
  const [file, other] = [join(tree, 'a.py'), join(tree, 'b.py')];
  const saved = `${BEFORE}print("saved meanwhile")\n`;
  for (const path of [file, other]) writeFileSync(path, BEFORE);
  const transform = join(tree, 'editor.mjs');
  writeFileSync(
    transform,
    `import { writeFileSync } from 'node:fs';
export default { name: 'editor', summary: 'saves the file', apply: (module) => {
  if (module.document.source.path.endsWith('a.py')) writeFileSync(${JSON.stringify(file)}, ${JSON.stringify(saved)});
  return [{ kind: 'rewrite', at: { start: 0, end: 0 }, summary: 'a comment', safety: 'safe', edits: [{ start: 0, end: 0, text: '# converted\\n' }] }];
} };
`,
  );
  const run = loopshift(['run', transform, '--write', '-q', file, other]);
  verdict(
    'a file that changes between read and write',
    run.status === 2 &&
      readFileSync(file, 'utf8') === saved &&
      readFileSync(other, 'utf8') === `# converted\n${BEFORE}` &&
      /a\.py:1:1 LS108 /.test(run.stderr),
    `exit ${run.status} ${run.stderr}`,
  );
}

function readOnly() {
  const tree = join(folder, 'read-only');
  mkdirSync(tree);
  const file = join(tree, 'a.py');
  writeFileSync(file, BEFORE);
  chmodSync(file, 0o444);
  const run = loopshift(['convert', '--write', '--to', 'notebook', file]);
  const text = readFileSync(file, 'utf8');
  // Who may write everything (root) writes it; its mode stays.
  const said = run.status === 0 ? text === AFTER : text === BEFORE && run.status === 2 && run.stderr.includes('a.py');
  verdict(
    'the mode of a read-only file',
    said && (statSync(file).mode & 0o777) === 0o444,
    `exit ${run.status} ${run.stderr}`,
  );
}

/** Modes count for nothing where root asks: the same as somebody else, with a read-only file, and with a directory where nothing can be made. */
function asNobody() {
  const name = 'a read-only file and a read-only directory';
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: 65534, gid: 65534 } : {};
  const probe = spawnSync(process.execPath, [cli, '--version'], { ...as, encoding: 'utf8' });
  if (probe.status !== 0)
    return results.push({ name, outcome: 'skipped', why: 'nobody but root may read loopshift here' });
  const tree = join(folder, 'nobody');
  mkdirSync(join(tree, 'closed'), { recursive: true });
  for (const path of ['a.py', 'b.py', 'closed/c.py']) writeFileSync(join(tree, path), BEFORE);
  if (isRoot) {
    chmodSync(folder, 0o755);
    for (const path of ['.', 'a.py', 'b.py', 'closed', 'closed/c.py']) chownSync(join(tree, path), 65534, 65534);
  }
  chmodSync(join(tree, 'a.py'), 0o444);
  chmodSync(join(tree, 'closed'), 0o555);
  const run = loopshift(['convert', '--write', '--to', 'notebook', '-q', tree], as);
  chmodSync(join(tree, 'closed'), 0o755);
  const states = ['a.py', 'b.py', 'closed/c.py'].map((path) => stateOf(readFileSync(join(tree, path), 'utf8')));
  verdict(
    name,
    run.status === 2 &&
      `${states}` === 'before,after,before' &&
      ['a.py', 'closed/c.py'].every((path) =>
        run.stderr.includes(`${path}:1:1 LS107 cannot write the file: permission denied`),
      ),
    `exit ${run.status}: ${states} ${run.stderr}`,
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

/** What lies outside of the directory that was named is neither read nor written through a link in it. */
function linksOutside() {
  const [tree, outside] = [join(folder, 'inside'), join(folder, 'outside')];
  for (const path of [tree, outside]) mkdirSync(path);
  writeFileSync(join(outside, 'a.py'), BEFORE);
  writeFileSync(join(tree, 'b.py'), BEFORE);
  symlinkSync('../outside', join(tree, 'folder'));
  symlinkSync('../outside/a.py', join(tree, 'c.py'));
  const run = loopshift(['convert', '--write', '--to', 'notebook', tree]);
  verdict(
    'links that lead outside',
    run.status === 0 &&
      readFileSync(join(outside, 'a.py'), 'utf8') === BEFORE &&
      readFileSync(join(tree, 'b.py'), 'utf8') === AFTER &&
      run.stderr.includes('2 paths passed over'),
    `exit ${run.status} ${run.stderr}`,
  );
}

/** Who reads the diff finds half of it: that is an error, whatever became of the files. */
function fullStdout() {
  if (!existsSync('/dev/full')) return results.push({ name: 'a full stdout', outcome: 'skipped', why: 'no /dev/full' });
  const tree = join(folder, 'stdout');
  mkdirSync(tree);
  writeFileSync(join(tree, 'a.py'), BEFORE);
  const full = openSync('/dev/full', 'w');
  const run = spawnSync(process.execPath, [cli, 'convert', '--to', 'notebook', tree], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  verdict(
    'a full stdout',
    run.status === 2 && /no space left on device/.test(run.stderr) && !isTrace(run.stderr),
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
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(elsewhere);
  for (let i = 0; i < 8; i++) writeFileSync(join(elsewhere, `f${i}.py`), BEFORE);
  try {
    for (let i = 0; i < 200; i++) writeFileSync(join(small, `ballast${i}`), Buffer.alloc(4096));
  } catch {
    // full, as it should be
  }
  const isTold = (run) => run.status === 2 && /no space left on device/.test(run.stderr) && !isTrace(run.stderr);
  const run = loopshift(['convert', '--write', '--to', 'notebook', small]);
  const states = statesIn(small);
  verdict(
    'a full disk',
    states.length === 8 && states.every((state) => state === 'before') && isTold(run),
    `exit ${run.status}: ${states} ${run.stderr}`,
  );
  const exported = loopshift(['convert', join(small, 'f0.py'), '-o', join(small, 'f0.ipynb')]);
  verdict(
    'a full disk, for -o',
    isTold(exported) && !existsSync(join(small, 'f0.ipynb')),
    `exit ${exported.status} ${exported.stderr}`,
  );
  // What cannot be taken back is not written.
  const patched = loopshift(['convert', '--write', '--to', 'notebook', '--patch', join(small, 'all.patch'), '.'], {
    cwd: elsewhere,
  });
  const left = statesIn(elsewhere);
  verdict(
    'a full disk, for --patch',
    isTold(patched) && left.every((state) => state === 'before'),
    `exit ${patched.status}: ${left} ${patched.stderr}`,
  );
  spawnSync('umount', [small]);
}

function plant(tree) {
  rmSync(tree, { recursive: true, force: true });
  mkdirSync(tree, { recursive: true });
  for (let i = 0; i < options.files; i++) writeFileSync(join(tree, `f${i}.py`), BEFORE);
}

/** The same again, with what a killed run left: files that it changed, and the new file that it was writing. */
function replant(tree) {
  for (const name of readdirSync(tree)) {
    const path = join(tree, name);
    if (!name.endsWith('.py')) rmSync(path);
    else if (readFileSync(path, 'utf8') !== BEFORE) writeFileSync(path, BEFORE);
  }
}

function timeOf(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function loopshift(args, more = {}) {
  return spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', timeout: 120_000, ...more });
}

function isTrace(text) {
  return /^\s+at /m.test(text);
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

function statesIn(tree) {
  const names = readdirSync(tree).filter((name) => name.endsWith('.py'));
  return names.map((name) => stateOf(readFileSync(join(tree, name), 'utf8')));
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
