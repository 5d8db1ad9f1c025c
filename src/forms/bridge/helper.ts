import { freshName } from '../../python/imports.js';
import type { Module } from '../../python/module.js';
import type { Node } from '../../python/node.js';
import { type Edit, indentation, lineBreak, lineEnd, lineStart } from '../../text.js';
import type { RunSite } from '../form.js';
import { layoutOf } from '../layout.js';

/**
 * The function that drives a coroutine to its end whether or not a loop is running here, added once a document
 * (semantics.md §5.20, with the context of §5.22 and without the misleading `__context__` of §5.9).
 *
 * The question stands alone in the `try` (rule 53), and the coroutine runs outside of the `except` (rule 54). Only a
 * thread of its own can give back a value while a loop is running (rule 55).
 */
export function planBridgeHelper(
  module: Module,
  sites: readonly RunSite[],
): { readonly name: string; readonly edits: readonly Edit[] } {
  const name = freshName(module, 'run_sync');
  const place = findPlace(module, sites);
  const names = [];
  const edits: Edit[] = [];
  for (const needed of ['asyncio', 'concurrent.futures', 'contextvars']) {
    const found = module.importing(needed, place.after);
    names.push(found.name);
    edits.push(...found.edits);
  }
  const [asyncio, futures, contextvars] = names;
  const unit = layoutOf(module).unit;
  const lines = [
    `def ${name}(coro):`,
    '-"""Run a coroutine to completion, also where an event loop is already running."""',
    '-try:',
    `--loop = ${asyncio}.get_running_loop()`,
    '-except RuntimeError:',
    '--loop = None',
    '-if loop is None:',
    `--return ${asyncio}.run(coro)`,
    '-# The running loop cannot be waited for from here: the coroutine gets a thread, and a loop, of its own.',
    `-with ${futures}.ThreadPoolExecutor(max_workers=1) as executor:`,
    `--return executor.submit(${contextvars}.copy_context().run, ${asyncio}.run, coro).result()`,
  ].map((line) => line.replace(/^-+/, (depth) => unit.repeat(depth.length)));
  return { name, edits: [...edits, place.insert(lines, edits)] };
}

interface Place {
  /** A node in front of which, at module level, the imports have run. */
  readonly after: Node;
  insert(lines: readonly string[], imports: readonly Edit[]): Edit;
}

/**
 * Behind the imports, in front of the first site. In a notebook: in the first code cell that imports, or in the first
 * one of all where a site stands before that.
 */
function findPlace(module: Module, sites: readonly RunSite[]): Place {
  const { code } = module.document;
  const first = Math.min(...sites.map((site) => site.extent.start), code.length);
  const roots = module.roots.filter((root) => root.children.some((child) => child.type !== 'comment'));
  const importing = roots.find((root) => root.children.some(isImport));
  const home = importing !== undefined && findLastImport(importing, first) !== undefined ? importing : roots[0];
  if (home === undefined) throw new Error('a module with a run site has code');
  const last = findLastImport(home, first);
  const following = [...home.children, ...roots.slice(roots.indexOf(home) + 1)];
  if (last !== undefined) {
    const after = following.find((node) => node.start >= last.end && node.type !== 'comment') ?? home;
    return { after, insert: (lines) => insertBehind(module, last, lines) };
  }
  const after = following.find((node) => node.type !== 'comment') ?? home;
  return { after, insert: (lines, imports) => insertInFront(module, after, lines, imports) };
}

/** The last import of the head of a file or cell: no definition, and no site, stands in front of it. */
function findLastImport(root: Node, firstSite: number): Node | undefined {
  let last: Node | undefined;
  for (const child of root.children) {
    if (/definition$/.test(child.type) || child.end > firstSite) break;
    if (isImport(child) || (last === undefined && isDocstring(child))) last = child;
  }
  return last;
}

function isImport(node: Node): boolean {
  return (
    node.type === 'import_statement' || node.type === 'import_from_statement' || node.type === 'future_import_statement'
  );
}

function isDocstring(node: Node): boolean {
  return node.type === 'expression_statement' && node.children[0]?.type === 'string';
}

function insertBehind(module: Module, statement: Node, lines: readonly string[]): Edit {
  const { code } = module.document;
  const eol = lineBreak(code);
  const cell = module.document.cellAt(statement.start);
  const at = Math.min(lineEnd(code, statement.end), cell.end);
  const open = code.slice(cell.start, at).endsWith('\n') ? '' : eol;
  const rest = code.slice(at, cell.end);
  const gap = /^(?:[ \t]*\r?\n)*/.exec(rest)?.[0].split('\n').length ?? 1;
  const close = rest.trim() === '' ? (open === '' ? eol : '') : eol.repeat(Math.max(1, 4 - gap));
  return { start: at, end: at, text: open + eol.repeat(2) + joined(lines, statement, code) + close, once: true };
}

function insertInFront(module: Module, statement: Node, lines: readonly string[], imports: readonly Edit[]): Edit {
  const { code } = module.document;
  const eol = lineBreak(code);
  const at = lineStart(code, statement.start);
  // imports that are new here are parted from the statement already
  const gap = imports.find((edit) => edit.start === at && edit.text.trim() === '')?.text.split('\n').length ?? 1;
  const text = eol.repeat(2) + joined(lines, statement, code) + eol.repeat(Math.max(1, 4 - gap));
  return { start: at, end: at, text, once: true };
}

/** A cell may be indented as a whole. */
function joined(lines: readonly string[], beside: Node, code: string): string {
  const lead = indentation(code, beside.start);
  return lines.map((line) => lead + line).join(lineBreak(code));
}
