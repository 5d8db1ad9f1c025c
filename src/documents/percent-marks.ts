import type { Range } from '../text.js';
import { cellMagicKind, findCellMagic } from './cell-magics.js';
import { behindLineEnd, continuedEnd, physicalEnd, readLogicalLine } from './logical-lines.js';

/** A comment that starts a cell, from its `#` to the line end. */
export type Mark = Range;

/** Databricks' first line: the file is a notebook even if it has but one cell. */
export const DATABRICKS = /^# Databricks notebook source[ \t]*(?=[\r\n]|$)/;

/** Quick, and right where it says no. */
export function mayHaveMarks(code: string): boolean {
  return /^#[ \t]*%%/m.test(code) || /^# COMMAND ----------/m.test(code) || DATABRICKS.test(code);
}

/**
 * The marks of a file: real comments at the start of a line, not what looks like one in a string.
 *
 *     # %%   #%% title   # %% [markdown]   # COMMAND ----------
 *
 * `# %%time` is none: Jupytext writes a magic so.
 */
export function findMarks(code: string): readonly Mark[] {
  const marks: Mark[] = [];
  let fresh = true;
  let at = 0;
  while (at < code.length) {
    if (isMark(code, at)) {
      const end = physicalEnd(code, at, code.length);
      marks.push({ start: at, end });
      fresh = true;
      at = behindLineEnd(code, end);
      continue;
    }
    const blanks = /^[ \t\f]*/.exec(code.slice(at, physicalEnd(code, at, code.length)))?.[0].length ?? 0;
    const start = at + blanks;
    const magic = fresh ? findCellMagic(code, start, code.length) : undefined;
    if (magic !== undefined && cellMagicKind(magic.name, []) !== 'python') {
      at = nextMark(code, magic.line.end);
    } else if (/[%!?]/.test(code.charAt(start))) {
      fresh = false;
      at = behindLineEnd(code, continuedEnd(code, start, code.length));
    } else {
      const { last, assigned, next } = readLogicalLine(code, start, code.length);
      if (last !== undefined) fresh = false;
      at = assigned === undefined ? next : behindLineEnd(code, continuedEnd(code, assigned, code.length));
    }
  }
  return marks;
}

function isMark(code: string, at: number): boolean {
  MARK.lastIndex = at;
  return MARK.test(code);
}

/** The body of `%%bash` is not Python: no quote or bracket in it hides the next mark. */
function nextMark(code: string, from: number): number {
  let at = behindLineEnd(code, from);
  while (at < code.length && !isMark(code, at)) at = behindLineEnd(code, physicalEnd(code, at, code.length));
  return at;
}

// A row of percent signs is an ornament.
const MARK = /#[ \t]*%{2,4}(?=[ \t\r\n[]|$)|# COMMAND -{10}[ \t]*(?=[\r\n]|$)/y;
