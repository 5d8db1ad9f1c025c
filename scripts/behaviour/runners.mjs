import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Runs a program once: `{ stdout, stderr, shown, ending }`. `ending` is `ok`, `Type: message`, `exit N` or `timeout`. */
export async function runScript(python, text, { timeout = 20, name = 'program.py' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-'));
  try {
    writeFileSync(join(folder, name), text);
    const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' };
    const child = spawn(python, [name], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeout * 1000);
    const code = await new Promise((done) => child.on('close', done));
    clearTimeout(timer);
    return { stdout, stderr, shown: [], ending: timedOut ? 'timeout' : endingOf(code, stderr) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process that runs cells in fresh kernels, one job at a time. */
export class KernelDriver {
  constructor(python) {
    this.folder = mkdtempSync(join(tmpdir(), 'loopshift-kernel-'));
    const script = new URL('kernel.py', import.meta.url).pathname;
    this.child = spawn(python, [script], {
      cwd: this.folder,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    });
    this.waiting = [];
    this.child.on('close', () => {
      for (const { reject } of this.waiting.splice(0)) reject(new Error('the kernel driver ended'));
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
  }

  run(cells, { timeout = 20 } = {}) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(`${JSON.stringify({ id: 0, cells, timeout, cwd: this.folder })}\n`);
    });
  }

  close() {
    this.child.stdin.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function endingOf(code, stderr) {
  if (code === 0) return 'ok';
  const last = stderr.trimEnd().split('\n').at(-1) ?? '';
  return /^[\w.]+(?:Error|Exception|Exit|Interrupt|Group|Warning)?\b.*$/.test(last) &&
    /Traceback|SyntaxError|Error/.test(stderr)
    ? last
    : `exit ${code}`;
}
