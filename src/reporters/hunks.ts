import { diffArrays, type StructuredPatchHunk } from 'diff';
import { addAll, type Edit, lineEnd, lineStart } from '../text.js';

export type Hunk = StructuredPatchHunk;

/**
 * The hunks of a unified diff, built from the edits instead of from a search for them: a search takes seconds where a long
 * block is indented (engine.md §6). `edits` are in order and do not overlap.
 */
export function hunks(text: string, edits: readonly Edit[], context = 3): readonly Hunk[] {
  const changes = lineChanges(text, edits);
  const result: Hunk[] = [];
  let shift = 0;
  for (let first = 0; first < changes.length; ) {
    let last = first;
    while (last + 1 < changes.length && distance(changes, last) <= context * 2) last += 1;
    const group = changes.slice(first, last + 1);
    const hunk = toHunk(text, group, context, shift);
    shift += hunk.newLines - hunk.oldLines;
    result.push(hunk);
    first = last + 1;
  }
  return result;
}

/** Whole lines that give way to whole lines; every line keeps its line end. */
interface Change {
  /** Range of the removed lines in the text. */
  readonly start: number;
  readonly end: number;
  /** 0-based number of the first removed line. */
  readonly line: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Above this many pairs of lines, a replaced block is shown as a whole. */
const REFINABLE = 250_000;

function lineChanges(text: string, edits: readonly Edit[]): readonly Change[] {
  const changes: Change[] = [];
  let line = 0;
  let counted = 0;
  for (const region of regions(text, edits)) {
    line += countLines(text, counted, region.start);
    counted = region.start;
    const { start, end } = region;
    addAll(changes, refine({ start, end, line, removed: lines(text.slice(start, end)), added: lines(region.text) }));
  }
  return changes;
}

/** Edits widened to whole lines; what touches becomes one, so that a diff reads `-a -b +A +B` and not `-a +A -b +B`. */
function regions(text: string, edits: readonly Edit[]): readonly Edit[] {
  const found: Region[] = [];
  for (const edit of edits) {
    let region = found.at(-1);
    const start = lineStart(text, edit.start);
    if (region === undefined || start > region.end) {
      region = { start, end: start, at: start, written: [], opensLine: true };
      found.push(region);
    }
    const piece = text.slice(region.at, edit.start) + edit.text;
    region.written.push(piece);
    region.at = edit.end;
    if (piece !== '') region.opensLine = piece.endsWith('\n');
    // A removed line, or a whole line put in front of one, leaves the line behind it alone.
    const clean = region.opensLine && edit.end === lineStart(text, edit.end);
    region.end = clean ? edit.end : lineEnd(text, edit.end);
  }
  return found.map(({ start, end, at, written }) => ({ start, end, text: written.join('') + text.slice(at, end) }));
}

interface Region {
  readonly start: number;
  end: number;
  /** The text up to here is in `written` already, with its edits. */
  at: number;
  readonly written: string[];
  /** What comes next in `written` is the first character of a line. */
  opensLine: boolean;
}

function refine(change: Change): readonly Change[] {
  const { removed, added } = change;
  if (removed.length === 0 || added.length === 0 || removed.length * added.length > REFINABLE) return trim(change);
  const parts: Change[] = [];
  let { start, line } = change;
  let open: { start: number; line: number; removed: string[]; added: string[] } | undefined;
  for (const part of diffArrays([...removed], [...added])) {
    if (!part.added && !part.removed) {
      if (open !== undefined) parts.push({ ...open, end: start });
      open = undefined;
    } else {
      open ??= { start, line, removed: [], added: [] };
      addAll(part.added ? open.added : open.removed, part.value);
    }
    if (part.added) continue;
    start += length(part.value);
    line += part.value.length;
  }
  if (open !== undefined) parts.push({ ...open, end: start });
  return parts;
}

/** Lines that are the same at both ends belong to no change. */
function trim(change: Change): readonly Change[] {
  const { removed, added } = change;
  const shorter = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shorter && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  if (head === removed.length && head === added.length) return [];
  return [
    {
      start: change.start + length(removed.slice(0, head)),
      end: change.end - length(removed.slice(removed.length - tail)),
      line: change.line + head,
      removed: removed.slice(head, removed.length - tail),
      added: added.slice(head, added.length - tail),
    },
  ];
}

function distance(changes: readonly Change[], index: number): number {
  const [here, next] = [changes[index] as Change, changes[index + 1] as Change];
  return next.line - (here.line + here.removed.length);
}

function toHunk(text: string, group: readonly Change[], context: number, shift: number): Hunk {
  const [first, last] = [group[0] as Change, group.at(-1) as Change];
  const before = linesBefore(text, first.start, context);
  const rows: string[] = before.map((row) => ` ${row}`);
  let at = first.start;
  for (const change of group) {
    addAll(
      rows,
      lines(text.slice(at, change.start)).map((row) => ` ${row}`),
    );
    addAll(
      rows,
      change.removed.map((row) => `-${row}`),
    );
    addAll(
      rows,
      change.added.map((row) => `+${row}`),
    );
    at = change.end;
  }
  rows.push(...linesAfter(text, last.end, context).map((row) => ` ${row}`));
  const oldStart = first.line - before.length + 1;
  return {
    oldStart,
    oldLines: rows.filter((row) => !row.startsWith('+')).length,
    newStart: oldStart + shift,
    newLines: rows.filter((row) => !row.startsWith('-')).length,
    lines: rows.flatMap((row) => (row.endsWith('\n') ? [row.slice(0, -1)] : [row, '\\ No newline at end of file'])),
  };
}

function linesBefore(text: string, offset: number, count: number): readonly string[] {
  let start = offset;
  for (let i = 0; i < count && start > 0; i++) start = lineStart(text, start - 1);
  return lines(text.slice(start, offset));
}

function linesAfter(text: string, offset: number, count: number): readonly string[] {
  let end = offset;
  for (let i = 0; i < count && end < text.length; i++) end = lineEnd(text, end);
  return lines(text.slice(offset, end));
}

/** Only `\n` ends a line of a diff, as for git; a lone `\r`, a form feed or U+2028 does not. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function length(rows: readonly string[]): number {
  return rows.reduce((sum, row) => sum + row.length, 0);
}
