import { dedent } from '../../edits.js';
import type { Module } from '../../python/module.js';
import type { Node } from '../../python/node.js';
import { addAll, type Edit, indentation, lineEnd, lineStart } from '../../text.js';
import type { Guard } from './shapes.js';

/** Takes a guard away and leaves the arm for no loop in its place, dedented; comments inside of that arm stay. */
export function unwrapGuard({ statement, idle, idleBlock, runningBehind }: Guard, module: Module): readonly Edit[] {
  const { code } = module.document;
  const cell = module.document.cellAt(statement.start);
  const start = lineStart(code, statement.start);
  const endOf = (offset: number) => Math.min(lineEnd(code, offset), cell.end);
  if (idleBlock === undefined) {
    // if running: return …   and what follows stays as it is
    const [next] = idle;
    return [{ start, end: next === undefined ? endOf(statement.end) : leadOf(next, statement, module), text: '' }];
  }
  const last = runningBehind[runningBehind.length - 1] ?? statement;
  const [first] = idle;
  const final = idle[idle.length - 1];
  if (first === undefined || final === undefined) return [];
  const end = endOf(last.end);
  const header = headerOf(idleBlock, module);
  const isOneLiner = lineStart(code, first.start) <= header;
  const from = isOneLiner ? first.start : lineEnd(code, header);
  const to = isOneLiner
    ? endOf(final.end)
    : behindComments(endOf(final.end), end, indentation(code, first.start), code);
  const edits: Edit[] = [];
  edits.push({ start: isOneLiner ? statement.start : start, end: from, text: '' });
  if (!isOneLiner) {
    const width = indentation(code, first.start).length - indentation(code, statement.start).length;
    addAll(edits, dedent(module, { start: from, end: to }, width));
  }
  const tail = cutTail(to, end, code, cell.start);
  if (tail !== undefined) edits.push(tail);
  return edits;
}

/** The loop arm behind what stays; where it is the end of a cell, the line end in front of it goes instead of its own. */
function cutTail(from: number, end: number, code: string, cellStart: number): Edit | undefined {
  if (end <= from) return undefined;
  if (code.slice(from, end).endsWith('\n')) return { start: from, end, text: '' };
  const lead = /(?:\r?\n)$/.exec(code.slice(cellStart, from))?.[0].length ?? 0;
  return { start: from - lead, end, text: '' };
}

/** Offset of the colon that opens a block. */
function headerOf(block: Node, module: Module): number {
  const { masked } = module.document;
  const clause = block.parent as Node;
  const comments = clause.children.filter(
    (child) => child.type === 'comment' && child.end <= block.start && child.start >= headEnd(clause, block),
  );
  const first = Math.min(block.start, ...comments.map((comment) => comment.start));
  return masked.lastIndexOf(':', first - 1);
}

/** Where the part of a clause in front of its colon ends: its condition, or the type it catches. */
function headEnd(clause: Node, block: Node): number {
  const head = clause.children.filter((child) => child.type !== 'comment' && child.end <= block.start);
  return Math.max(clause.start, ...head.map((child) => child.end));
}

/** Comments behind the arm at its own indentation are its last words. */
function behindComments(from: number, end: number, indent: string, code: string): number {
  let at = from;
  while (at < end) {
    const line = code.slice(at, lineEnd(code, at));
    if (!line.startsWith(`${indent}#`)) break;
    at = lineEnd(code, at);
  }
  return Math.min(at, end);
}

/** The comment lines right above a statement belong to it. */
function leadOf(next: Node, behind: Node, module: Module): number {
  const { code } = module.document;
  let at = lineStart(code, next.start);
  const floor = lineEnd(code, behind.end);
  while (at > floor) {
    const above = lineStart(code, at - 1);
    if (above < floor || !code.slice(above, at).trimStart().startsWith('#')) break;
    at = above;
  }
  return at;
}
