import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { convert, exportDocument, openDocument } from '../../../dist/index.js';
import { sameRun } from '../../behaviour/judge.mjs';
import { refusals } from '../../behaviour/targets.mjs';

/** How a program ends that was at home nowhere: no oracle. */
const NOT_AT_HOME =
  /event loop|never awaited|no running|different loop|timeout$|^dead|^SyntaxError|cannot reuse already awaited|Task got bad yield/i;

/** Warnings which say that something will be seen otherwise. */
const SAYS_SO = /^LS(?:344|346|353|703|704|723)$/;

/** A process that runs programs, one at a time. */
export class Runner {
  constructor(python) {
    this.child = spawn(python, ['-W', 'ignore', fileURLToPath(new URL('runner.py', import.meta.url))], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', IPYTHONDIR: '/dev/null/none' },
    });
    this.waiting = [];
    this.child.on('close', (code) => {
      if (this.waiting.length > 0) throw new Error(`the runner of programs ended with ${code}`);
    });
    createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()(JSON.parse(line)));
  }

  run(kind, cells) {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.child.stdin.write(`${JSON.stringify({ kind, cells, timeout: 10 })}\n`);
    });
  }

  close() {
    this.child.stdin.end();
  }
}

/**
 * Each conversion of a program, with where it and its source are run: `{ target, home, made }`; `home` and `made` are jobs of a runner,
 * `refused` the codes of what was left alone.
 */
export function conversions({ cells, awaits }, python) {
  const text = `${cells.join('\n')}\n`;
  const book = notebook(cells);
  const file = (to) => {
    const result = convert({ path: 'program.py', text }, { to, python });
    return said(result, result.output ?? text);
  };
  const inCells = (to) => {
    const result = convert({ path: 'program.ipynb', text: book }, { to, python });
    return said(result, result.output ?? book);
  };
  const exported = () => {
    const { result, output } = exportDocument({ path: 'program.ipynb', text: book }, { to: 'script', python });
    return said(result, output);
  };
  const script = (made) => ({ kind: 'script', cells: [made] });
  const one = (made) => ({ kind: 'cells', cells: [made] });
  const many = (made) => ({ kind: 'cells', cells: codeCells(made) });
  if (awaits) {
    return [
      trial('script', one(text), file('script'), script),
      trial('portable', one(text), file('portable'), script),
      trial('export', many(book), exported(), script),
    ];
  }
  const home = script(text);
  return [
    trial('notebook', home, file('notebook'), one),
    trial('notebook in cells', home, inCells('notebook'), many),
    trial('portable in a cell', home, file('portable'), one),
    trial('portable', home, file('portable'), script),
    trial('script', home, file('script'), script),
  ];
}

/** A conversion, with the codes of what it refused and of what it warned of. */
function said(result, text) {
  const cautions = result.sites.filter(({ status, code }) => status === 'converted' && code !== undefined);
  const warnings = result.diagnostics.filter(({ severity }) => severity === 'warning');
  const codes = [...cautions, ...warnings].map(({ code }) => code);
  return { refused: refusals(result), warned: codes.filter((code) => SAYS_SO.test(code)), text };
}

function trial(target, home, { refused, warned, text }, place) {
  return { target, home, refused, warned, text, made: text === undefined ? undefined : place(text) };
}

/** What became of one conversion: `same`, `refused`, `warned` (it differs, and a
 * warning was given), `no oracle`, `unsteady` or `BROKEN`, with what was seen. */
export async function judge({ home, refused, warned, made }, runner) {
  if (refused.length > 0) return { outcome: 'refused', refused };
  if (home.kind === made.kind && home.cells.join('\n') === made.cells.join('\n')) return { outcome: 'unchanged' };
  const [source, target] = [await runner.run(home.kind, home.cells), await runner.run(made.kind, made.cells)];
  if (NOT_AT_HOME.test(source.ending) || /NameError|SyntaxError/.test(source.ending))
    return { outcome: 'no oracle', source };
  if (sameRun(source, target)) return { outcome: 'same' };
  for (let i = 0; i < 2; i++) {
    const again = [await runner.run(home.kind, home.cells), await runner.run(made.kind, made.cells)];
    if (sameRun(...again)) return { outcome: 'unsteady' };
    if (!sameRun(again[0], source)) return { outcome: 'no oracle', source };
  }
  return { outcome: warned.length > 0 ? 'warned' : 'BROKEN', warned, source, target };
}

function codeCells(text) {
  const document = openDocument({ path: 'program.ipynb', text });
  return document.cells.filter(({ kind }) => kind === 'code').map(({ start, end }) => document.code.slice(start, end));
}

function notebook(cells) {
  const made = cells.map((source, index) => ({
    cell_type: 'code',
    execution_count: null,
    id: `c${index + 1}`,
    metadata: {},
    outputs: [],
    source: source.split(/(?<=\n)/),
  }));
  const metadata = { language_info: { name: 'python', version: '3.11.7' } };
  return `${JSON.stringify({ cells: made, metadata, nbformat: 4, nbformat_minor: 5 }, undefined, 1)}\n`;
}
