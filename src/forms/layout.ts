import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { indentation, lineBreak, lineEnd, lineStart, type Range } from '../text.js';

/** How the lines of a file are made, as far as new ones must fit in. */
export interface Layout {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
}

export function layoutOf(module: Module): Layout {
  return { eol: lineBreak(module.document.code), unit: indentUnit(module) };
}

/** The indentation of the first block of the file that has a line of its own; four spaces where there is none. */
function indentUnit(module: Module): string {
  const { code } = module.document;
  for (const block of module.find('block')) {
    const outer = block.parent === undefined ? '' : indentation(code, block.parent.start);
    const inner = indentation(code, block.start);
    if (startsLine(code, block.start) && inner.startsWith(outer) && inner.length > outer.length) {
      return inner.slice(outer.length);
    }
  }
  return '    ';
}

export function startsLine(code: string, offset: number): boolean {
  return code.slice(lineStart(code, offset), offset).trim() === '';
}

/** A statement's whole lines, with the comment lines right above it; what opens the file is no one statement's comment. */
export function linesOf(statement: Node, module: Module): Range {
  const { code } = module.document;
  const own = lineStart(code, statement.start);
  const comments = new Set([...module.find('comment')].map((comment) => comment.start));
  let start = own;
  while (start > 0) {
    const above = lineStart(code, start - 1);
    const hash = above + indentation(code, above).length;
    if (!comments.has(hash) || isCellMark(code.slice(above, start), module)) break;
    start = above;
  }
  return { start: start === 0 ? own : start, end: lineEnd(code, statement.end) };
}

const CELL_MARK = /^(?:#[ \t]*%{2,4}(?=[ \t\r\n[]|$)|# COMMAND -{10}[ \t]*(?=[\r\n]|$))/;

/** The line that opens a cell of a percent-format file. */
export function isCellMark(line: string, module: Module): boolean {
  return module.document.format === 'percent' && CELL_MARK.test(line);
}

/** Blank lines right above an offset; at the start of a file, and below a cell mark, as many as anybody wants. */
export function blankLinesAbove(offset: number, module: Module): number {
  const { code } = module.document;
  const before = code.slice(0, offset);
  const lines = before.split('\n').slice(0, -1);
  let blank = 0;
  while (blank < lines.length && lines[lines.length - 1 - blank]?.trim() === '') blank++;
  if (blank === lines.length) return Number.POSITIVE_INFINITY;
  return isCellMark(`${lines[lines.length - 1 - blank]}`, module) ? Number.POSITIVE_INFINITY : blank;
}
