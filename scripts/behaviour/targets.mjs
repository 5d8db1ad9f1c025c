import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { convert } from '../../dist/index.js';
import { minor } from './machine.mjs';

/** Python where nothing says otherwise, as for `--python auto`. */
export const DEFAULT_PYTHON = '3.11';

/**
 * One conversion: the text, and the codes of what was refused. `export` is the command line's `-o`: a notebook as one
 * script; `notebook-file` the other way round.
 */
export function convertTo(item, target) {
  if (target === 'export') return exportAs(item, 'out.py', 'script');
  if (target === 'notebook-file') return exportAs(item, 'out.ipynb', 'notebook');
  const result = convert({ path: item.path, text: item.text }, { ...item.options, to: target });
  return {
    status: result.status,
    output: result.output,
    path: item.path,
    refused: refusals(result),
    forms: formsOf(result),
  };
}

/** Where its output is run: a way of running each time. */
export function environmentsFor(item, target, machine) {
  const python = item.options?.python ?? DEFAULT_PYTHON;
  switch (target) {
    case 'script':
    case 'export':
      return scripts(python, machine);
    case 'repl':
      return [{ kind: 'awaiting', version: machine.nearest(minor(python) < 8 ? '3.8' : python) }];
    case 'notebook':
    case 'notebook-file':
      // What handlers at exit print goes to nobody.
      return /\batexit\b/.test(item.text) ? [] : kernels(item, python);
    case 'portable':
      return [...scripts(python, machine), ...kernels(item, python)];
    default:
      throw new Error(`${item.id}: no such target: ${target}`);
  }
}

/** The named Python, and with it the oldest and newest of those still seen everywhere. */
function scripts(python, machine) {
  const others = ['3.8', '3.13'].filter((version) => minor(version) > minor(python) && machine.pythons.has(version));
  return [machine.nearest(python), ...others].map((version, index) => ({ kind: 'script', version, extra: index > 0 }));
}

/** The generation whose Python is the named one, or near it; each second case in another generation too. */
function kernels(item, python) {
  const around = /\batexit\b/.test(item.text) ? withExit : (cells) => cells;
  const first = minor(python) < 10 ? 'ipython-7' : minor(python) < 12 ? 'ipython-8' : 'ipython-9';
  const sample = [...item.id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1009, 7) % 4;
  const other = [minor(python) < 10 ? 'ipython-8' : 'ipython-7', 'ipython-9'][sample];
  return [first, other]
    .filter((name) => name !== undefined && item.notIn?.[name] === undefined && hasLibraries(name, item.text))
    .map((name, index) => ({ kind: 'kernel', name, around, extra: index > 0 }));
}

/** The oldest kernel has what it needs itself. */
function hasLibraries(name, text) {
  return name !== 'ipython-7' || !/\b(?:import|from)[ \t]+(?:aiohttp|anyio|asgiref|bs4|httpx|trio|uvloop)\b/.test(text);
}

/**
 * Handlers at exit run behind the last cell, on a thread where no loop runs: as at the end of the kernel, but while somebody
 * still listens.
 */
function withExit(cells) {
  const first = `import atexit as _exit
_handlers = []
_exit.register = lambda function, *args, **options: (_handlers.append((function, args, options)), function)[1]`;
  const last = `import threading as _threading
def _run_handlers():
    while _handlers:
        function, args, options = _handlers.pop()
        function(*args, **options)
_thread = _threading.Thread(target=_run_handlers)
_thread.start()
_thread.join()`;
  return [first, ...cells, last];
}

function exportAs(item, name, to) {
  const folder = mkdtempSync(join(tmpdir(), 'loopshift-export-'));
  try {
    const input = join(folder, basename(item.path));
    const output = join(folder, name);
    writeFileSync(input, item.text);
    const options = item.options?.python === undefined ? [] : ['--python', item.options.python];
    const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));
    const run = spawnSync(process.execPath, [cli, 'convert', input, '-o', output, '--to', to, '--json', ...options], {
      encoding: 'utf8',
    });
    if (!existsSync(output)) return { status: 'failed', why: run.stderr.trim(), forms: [] };
    const file = JSON.parse(run.stdout).files[0];
    return {
      status: file.status,
      output: readFileSync(output, 'utf8'),
      path: output,
      refused: refusals(file),
      forms: formsOf(file),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The forms that were there, of what was converted. */
function formsOf({ sites }) {
  return sites.filter(({ status }) => status === 'converted').map(({ form }) => form);
}

/** Sites that were left where they cannot run, and errors that belong to none. */
export function refusals({ sites, diagnostics }) {
  const left = sites.filter(({ status, code }) => status === 'blocked' || (status === 'unchanged' && code === 'LS113'));
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return [...new Set([...left, ...errors].map(({ code }) => code ?? '?'))];
}
