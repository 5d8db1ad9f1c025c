import type { Edit } from '../text.js';
import { type JsonString, rawOffsets } from './json.js';
import { type Encode, type ListChange, type ListStyle, listEdits } from './json-edits.js';
import { lastAtMost } from './lines.js';
import type { JsonList } from './nbformat.js';
import { inOrder } from './splicing.js';

/**
 * Edits of a text that JSON holds as a list of lines. Elements that no edit touches keep their bytes; of a touched
 * stretch, what is written is split into lines, an element each, but an element that held several lines stays one.
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
  const write = (value: string, raw: string): void => {
    const line = lines.at(-1) as Line;
    line.value += value;
    line.raw += raw;
  };
  const close = (): void => {
    if (lines.at(-1)?.value !== '') lines.push({ value: '', raw: '' });
  };
  const keep = (from: number, to: number): void => {
    for (let index = stretch.from; index < stretch.to; index += 1) {
      const element = elements[index];
      const start = starts[index] ?? 0;
      if (element === undefined || start >= to || start + element.value.length <= from) continue;
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, element.value.length)];
      const offsets = rawOffsets(text, element);
      write(element.value.slice(first, last), text.slice(offsets[first], offsets[last]));
      if (last < element.value.length) continue;
      const isLine = element.value.endsWith('\n') && !holdsLines(element);
      // Behind the last element an edit may go on with its line.
      if (isLine || index < elements.length - 1) close();
    }
  };
  let at = starts[stretch.from] ?? 0;
  for (const edit of stretch.edits) {
    keep(at, edit.start);
    const around = elements[Math.min(lastAtMost(starts, edit.start), elements.length - 1)];
    if (around !== undefined && holdsLines(around)) {
      write(edit.text, encode(edit.text));
      const tookEnd = edit.end > edit.start && edit.end === starts[lastAtMost(starts, edit.end)];
      if (tookEnd && lines.at(-1)?.value.endsWith('\n')) close();
    } else {
      for (const line of edit.text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
        write(line, encode(line));
        if (line.endsWith('\n')) close();
      }
    }
    at = edit.end;
  }
  keep(at, starts[stretch.to] ?? 0);
  if (lines.at(-1)?.value === '') lines.pop();
  return lines;
}

/** `"a\\nb"`: several lines in one element, which stay in one. */
function holdsLines({ value }: JsonString): boolean {
  const end = value.indexOf('\n');
  return end !== -1 && end < value.length - 1;
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
