import { existsSync, readFileSync } from 'node:fs';
import { sameRun, sameShown } from './judge.mjs';
import { minor } from './machine.mjs';

/** How a program that is at home elsewhere ends: such a run is no oracle. */
const NOT_AT_HOME =
  /cannot be called from a running event loop|event loop is already running|outside (?:async )?function|'async for' outside|asynchronous comprehension outside/;

/** The source is for a newer Python than the one its conversion is for. */
const NEEDS_NEWER = /module 'asyncio' has no attribute|cannot import name '(?:run|Runner|get_running_loop)'/;

/**
 * What a program shows where it is at home, run twice: `{ stdout, stderr, shown?, ending }`, or `{ unstable }`, or
 * `{ skipped }` with the reason.
 *
 * A file that compiles as it stands has `python file.py` for a home, a notebook without awaits a plain IPython (no loop is
 * running there), anything with awaits at its top level a kernel. A program that runs nowhere has beside it, in
 * `<case>.oracle.py`, what its author meant; of a notebook, as one cell.
 */
export async function runHome(item, python, machine) {
  let once = chooseHome(item, python, machine);
  let first = await once();
  if (NEEDS_NEWER.test(first.ending)) {
    once = chooseHome(item, machine.nearest('3.11'), machine);
    first = await once();
  }
  if (first.skipped !== undefined) return first;
  if (NOT_AT_HOME.test(first.ending))
    return { skipped: `runs nowhere as it stands, and has no oracle: ${first.ending}` };
  const second = await once({ again: true });
  if (!sameRun(first, second, item.unordered)) return { unstable: true, runs: [first, second] };
  return sameShown(first, second) ? first : { ...first, shown: undefined };
}

/** The same program under another CPython, to see whether it runs there at all. */
export async function runsThere(item, home, version, machine) {
  const { interruptAfter, modules } = item;
  if (item.path.endsWith('.ipynb') || item.home !== undefined) return true;
  const text = oracleOf(item) ?? item.text;
  if (homeOf(item, text) !== 'script') return true;
  return sameRun(home, await machine.script(version, text, { interruptAfter, modules }), item.unordered);
}

function chooseHome(item, python, machine) {
  const { interruptAfter, modules } = item;
  const beside = (how) => ({ ...how, interruptAfter, modules });
  const oracle = oracleOf(item);
  if (oracle !== undefined && item.path.endsWith('.ipynb')) return (how) => machine.shell([oracle], beside(how));
  if (oracle !== undefined) return (how) => machine.script(python, oracle, beside(how));
  const kind = homeOf(item, item.text);
  const cells = machine.cells(item.path, item.text);
  switch (kind) {
    case 'script':
      return (how) => machine.script(python, item.text, beside(how));
    case 'shell':
      return (how) => machine.shell(cells, beside(how));
    case 'awaiting':
      return (how) => machine.awaiting(python, item.text, beside(how));
    case 'kernel':
      return (how) => machine.kernel(minor(python) < 12 ? 'ipython-8' : 'ipython-9', cells, beside(how));
    default:
      throw new Error(`${item.id}: no such home: ${kind}`);
  }
}

function homeOf(item, text) {
  if (item.home !== undefined) return item.home;
  if (/^\s*[^#\n]*nest_asyncio\.apply/m.test(text) && item.path.endsWith('.ipynb')) return 'kernel';
  // A kernel has no `__file__`, and what its handlers at exit print goes to nobody.
  const isBare = /\b(?:__file__|atexit)\b/.test(text);
  if (item.awaits) return isBare ? 'awaiting' : 'kernel';
  return item.path.endsWith('.ipynb') || /^# ?%%|^# COMMAND -|^# In\[/m.test(text) ? 'shell' : 'script';
}

function oracleOf(item) {
  const path = item.path.replace(/(?:\.input)?\.(?:py|ipynb)$/, '.oracle.py');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
