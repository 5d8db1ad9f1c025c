import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { encodingOf } from './cases.mjs';

/**
 * Every runner gives `{ stdout, stderr, shown, ending }`. `ending` is `ok`, `Type: message`, `exit N`, `killed by NAME` or
 * `timeout`; `shown` is what a notebook displays below its cells.
 */
const TIMEOUT = 40;
/** Milliseconds. */
const MOMENT = 300;
const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * `python program.py` in a folder of its own, with `modules` beside it.
 *
 * @param how `interruptAfter`: Ctrl-C is sent a moment after this text was printed
 */
export function runScript(python, text, how = {}) {
  return runProgram(python, ['program.py'], { ...how.modules, 'program.py': text }, how);
}

/** A program with top-level awaits, as `python -m asyncio` takes it. */
export function runAwaiting(python, text, how = {}) {
  const args = [here('awaiting.py'), ...(how.interruptAfter === undefined ? [] : ['--serve']), 'program.py'];
  return runProgram(python, args, { ...how.modules, 'program.py': text }, how);
}

/** Cells in a plain IPython, where no loop is running. */
export function runShell(python, cells, how = {}) {
  return runProgram(
    python,
    [here('shell.py'), 'cells.json'],
    { ...how.modules, 'cells.json': JSON.stringify(cells) },
    how,
  );
}

/** A process that runs each job in a fresh kernel, one at a time. */
export class KernelDriver {
  constructor(python) {
    this.home = mkdtempSync(join(tmpdir(), 'loopshift-ipython-'));
    this.child = spawn(python, ['-W', 'ignore', here('kernel.py')], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: environment(python, { IPYTHONDIR: this.home, PYTHONWARNINGS: 'default' }),
    });
    this.waiting = [];
    this.child.on('close', () => {
      for (const { reject } of this.waiting.splice(0)) reject(new Error('the kernel driver ended'));
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
  }

  /** `until`: what it is to print in the end, if a while after its last cell; `modules` lie in the folder of the notebook. */
  run(cells, { until = '', modules = {} } = {}) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify({ cells, timeout: TIMEOUT, until, modules })}\n`);
    });
  }

  close() {
    this.child.stdin.end();
    rmSync(this.home, { recursive: true, force: true });
  }
}

async function runProgram(python, args, files, { interruptAfter } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-'));
  const notes = mkdtempSync(join(tmpdir(), 'loopshift-notes-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text, encodingOf(text));
    }
    const [ending, shown] = [join(notes, 'ending'), join(notes, 'shown')];
    const run = await finished(
      spawn(python, args, {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        // A group of its own, so that what it leaves behind can be ended with it.
        detached: true,
        env: environment(python, {
          LOOPSHIFT_ENDING: ending,
          LOOPSHIFT_SHOWN: shown,
          PYTHONPATH: [here('hooks'), process.env.PYTHONPATH].filter(Boolean).join(delimiter),
          IPYTHONDIR: notes,
        }),
      }),
      interruptAfter,
    );
    const raised = read(ending);
    return {
      stdout: run.stdout,
      stderr: run.stderr,
      shown: read(shown)
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
      ending: run.ending === 'ok' || run.ending === 'timeout' || raised === '' ? run.ending : raised,
    };
  } finally {
    for (const made of [folder, notes]) rmSync(made, { recursive: true, force: true });
  }
}

function finished(child, interruptAfter) {
  let [stdout, stderr, timedOut, interrupted] = ['', '', false, interruptAfter === undefined];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
    if (interrupted || !stdout.includes(interruptAfter)) return;
    interrupted = true;
    // It prints, and then it waits.
    setTimeout(() => child.kill('SIGINT'), MOMENT);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  const timer = setTimeout(() => {
    timedOut = true;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has just ended.
    }
  }, TIMEOUT * 1000);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const ending = timedOut ? 'timeout' : code === null ? `killed by ${signal}` : endingOf(code, stderr);
      resolve({ stdout, stderr, ending });
    });
  });
}

/** What does not come by the hook: an exit code, and what the compiler says of a program. */
function endingOf(code, stderr) {
  if (code === 0) return 'ok';
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  return /^(?:SyntaxError|IndentationError|TabError)\b/.test(last) ? last : `exit ${code}`;
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** That of a virtual environment which is active: what a cell calls `pip` is its own, and has no network. */
function environment(python, more) {
  return {
    ...process.env,
    PATH: [...(isAbsolute(python) ? [dirname(python)] : []), process.env.PATH].join(delimiter),
    PIP_NO_INDEX: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PYTHONHASHSEED: '0',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONIOENCODING: 'utf-8',
    PYTHONUNBUFFERED: '1',
    ...more,
  };
}
