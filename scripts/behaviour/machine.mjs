import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDocument } from '../../dist/index.js';
import { KernelDriver, runAwaiting, runScript, runShell } from './runners.mjs';

const LIBRARIES = /^\s*(?:import|from)[ \t]+(?:nest_asyncio|aiohttp|anyio|asgiref|bs4|httpx|tornado|trio|uvloop)\b/m;

/**
 * The Pythons and kernels of this machine, as one thing that runs text.
 *
 * The same text in the same environment is run once and remembered in `.cache/behaviour`, so that a second run of the suite
 * runs what changed; `--fresh` runs everything.
 */
export class Machine {
  constructor({ pythons, kernels, cache, fresh }) {
    this.pythons = pythons;
    this.kernels = kernels;
    this.cache = cache;
    this.fresh = fresh;
    this.suite = hashOfSuite();
    this.idle = new Map();
    mkdirSync(cache, { recursive: true });
  }

  /** The CPython for `--python`: that one, else the next above, else the newest there is. */
  nearest(wanted) {
    if (this.pythons.has(wanted)) return wanted;
    return (
      [...this.pythons.keys()].find((version) => minor(version) > minor(wanted)) ?? [...this.pythons.keys()].at(-1)
    );
  }

  script(version, text, how = {}) {
    const python = this.pythonFor(version, text);
    if (python === undefined) return { skipped: `no CPython ${version} with what it needs` };
    return this.remember(['script', python, text], how, () => runScript(python, text, how));
  }

  /** What is not of the standard library has been put into the environments of the newer kernels. */
  pythonFor(version, text) {
    if (!LIBRARIES.test(text)) return this.pythons.get(version);
    const newest = this.kernels.get('ipython-9');
    return (newest?.version === version ? newest : this.kernels.get('ipython-8'))?.python;
  }

  awaiting(version, text, how) {
    const python = this.pythonFor(version, text);
    return this.remember(['awaiting', python, text], how, () => runAwaiting(python, text, how));
  }

  shell(cells, how) {
    const kernel = this.kernels.get('ipython-8');
    if (kernel === undefined) return { skipped: 'no IPython' };
    return this.remember(['shell', kernel.python, ...cells], how, () => runShell(kernel.python, cells, how));
  }

  kernel(name, cells, how) {
    const kernel = this.kernels.get(name);
    if (kernel === undefined) return { skipped: `no ${name} kernel` };
    return this.remember(['kernel', kernel.python, how?.until, ...cells], how, async () => {
      const driver = this.idle.get(name)?.pop() ?? new KernelDriver(kernel.python);
      const run = await driver.run(cells, how);
      this.idle.set(name, [...(this.idle.get(name) ?? []), driver]);
      return run;
    });
  }

  /** The code cells as a kernel is given them, magics and all: an editor takes off the mark of a `# %%` cell. */
  cells(path, text) {
    const document = openDocument({ path, text });
    const cells = document.cells
      .filter((cell) => cell.kind === 'code')
      .map((cell) => document.code.slice(cell.start, cell.end));
    return path.endsWith('.ipynb') ? cells : cells.map((cell) => cell.replace(/^# ?%%.*\n(?=%%)/, ''));
  }

  close() {
    for (const driver of [...this.idle.values()].flat()) driver.close();
  }

  async remember(key, { again = false, interruptAfter, modules = {} } = {}, run) {
    const more = [...(interruptAfter === undefined ? [] : [interruptAfter]), ...Object.entries(modules)];
    const name = createHash('sha256')
      .update(JSON.stringify([this.suite, again, ...key, ...more]))
      .digest('hex');
    const path = join(this.cache, `${name.slice(0, 32)}.json`);
    if (!this.fresh && existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'));
    const result = await run();
    // A busy machine is no property of the text.
    if (result.ending !== 'timeout') writeFileSync(path, JSON.stringify(result));
    return result;
  }
}

export function minor(version) {
  return Number(version.slice(2));
}

function hashOfSuite() {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const hash = createHash('sha256');
  for (const name of ['awaiting.py', 'kernel.py', 'runners.mjs', 'shell.py'])
    hash.update(readFileSync(join(folder, name)));
  for (const name of readdirSync(join(folder, 'hooks')).filter((each) => each.endsWith('.py'))) {
    hash.update(readFileSync(join(folder, 'hooks', name)));
  }
  return hash.digest('hex');
}
