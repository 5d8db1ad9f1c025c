import type { Edit } from '../text.js';
import { type JsonString, rawOffsets } from './json.js';
import { type Encode, type ListChange, type ListStyle, listEdits } from './json-edits.js';
import { lastAtMost } from './lines.js';
import type { JsonList } from './nbformat.js';
import { inOrder } from './splicing.js';

/**
 * Edits of a text that JSON holds as a list of lines. Lines that no edit touches keep their bytes; a touched stretch is
 * split into lines again, an element each.
 */
export function lineEdits(
  text: string,
  list: JsonList<JsonString>,
  edits: readonly Edit[],
  encode: Encode,
  style: ListStyle,
): Edit[] {
  const starts = elementStarts(list.elements);
  const changes = stretches(list.elements, starts, edits).map((stretch) =>
    changedLines(list.elements, stretch, rewriteLines(text, list.elements, starts, stretch, encode)),
  );
  return listEdits(text, list, changes, style);
}

/** Elements from `from` to `to`, which the edits touch. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly edits: readonly Edit[];
}

function elementStarts(elements: readonly JsonString[]): number[] {
  const starts = [0];
  for (const element of elements) starts.push((starts.at(-1) ?? 0) + element.value.length);
  return starts;
}

function stretches(elements: readonly JsonString[], starts: readonly number[], edits: readonly Edit[]): Stretch[] {
  const found: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const from = Math.min(lastAtMost(starts, edit.start), Math.max(elements.length - 1, 0));
    const to = edit.end > edit.start ? lastAtMost(starts, edit.end - 1) + 1 : from + 1;
    const before = found.at(-1);
    if (before !== undefined && from < before.to) {
      before.edits.push(edit);
      before.to = Math.max(before.to, to);
    } else found.push({ from, to, edits: [edit] });
    const current = found.at(-1);
    if (current !== undefined) growToLineEnd(elements, starts, current);
  }
  for (const stretch of found) stretch.to = Math.min(stretch.to, elements.length);
  return found;
}

/** An edit that takes away the line end joins the next element to this one. */
function growToLineEnd(
  elements: readonly JsonString[],
  starts: readonly number[],
  stretch: { from: number; to: number; edits: Edit[] },
): void {
  const end = starts[stretch.to] ?? 0;
  const last = stretch.edits.at(-1);
  if (last === undefined || last.end < end || stretch.to >= elements.length) return;
  if (elements[stretch.to - 1]?.value.endsWith('\n') !== true || last.text.endsWith('\n')) return;
  // All of the elements are gone and nothing came instead: no line is left open.
  if (last.text === '' && stretch.edits.length === 1 && last.start <= (starts[stretch.from] ?? 0)) return;
  stretch.to += 1;
}

/** A line, as it reads and as JSON writes it. */
interface Line {
  value: string;
  raw: string;
}

function rewriteLines(
  text: string,
  elements: readonly JsonString[],
  starts: readonly number[],
  stretch: Stretch,
  encode: Encode,
): Line[] {
  const lines: Line[] = [{ value: '', raw: '' }];
  const push = (value: string, raw: (from: number, to: number) => string): void => {
    for (let from = 0; from < value.length; ) {
      const end = value.indexOf('\n', from);
      const to = end === -1 ? value.length : end + 1;
      const line = lines.at(-1);
      if (line !== undefined) {
        line.value += value.slice(from, to);
        line.raw += raw(from, to);
      }
      if (end !== -1) lines.push({ value: '', raw: '' });
      from = to;
    }
  };
  const keep = (from: number, to: number): void => {
    for (let index = stretch.from; index < stretch.to; index += 1) {
      const element = elements[index];
      const start = starts[index] ?? 0;
      if (element === undefined || start >= to || start + element.value.length <= from) continue;
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, element.value.length)];
      const offsets = rawOffsets(text, element);
      push(element.value.slice(first, last), (a, b) => text.slice(offsets[first + a], offsets[first + b]));
    }
  };
  let at = starts[stretch.from] ?? 0;
  for (const edit of stretch.edits) {
    keep(at, edit.start);
    push(edit.text, (from, to) => encode(edit.text.slice(from, to)));
    at = edit.end;
  }
  keep(at, starts[stretch.to] ?? 0);
  if (lines.at(-1)?.value === '') lines.pop();
  return lines;
}

/** The lines that really differ: equal ones at both ends stay as they are in the file. */
function changedLines(elements: readonly JsonString[], stretch: Stretch, lines: readonly Line[]): ListChange {
  let { from, to } = stretch;
  let [first, last] = [0, lines.length];
  while (from < to && first < last && elements[from]?.value === lines[first]?.value) {
    from += 1;
    first += 1;
  }
  while (from < to && first < last && elements[to - 1]?.value === lines[last - 1]?.value) {
    to -= 1;
    last -= 1;
  }
  return { from, to, items: lines.slice(first, last).map((line) => `"${line.raw}"`) };
}
