import type { Edit } from '../text.js';
import { type JsonString, rawOffsets } from './json.js';
import type { JsonList } from './nbformat.js';

/** Text as the inside of a JSON string; `ascii` also escapes what is not ASCII, where the file does. */
export type Encode = (text: string) => string;

/** What stands around the elements of a list: `[⏎   ` … `,⏎   ` … `⏎  ]`. */
export interface ListStyle {
  readonly open: string;
  readonly separator: string;
  readonly close: string;
}

/** Edits of one string's value, as edits of its JSON text. Whatever is not edited keeps its escapes. */
export function stringEdits(text: string, string: JsonString, edits: readonly Edit[], encode: Encode): Edit[] {
  const offsets = rawOffsets(text, string);
  return edits.map((edit) => ({
    start: offsets[edit.start] ?? string.end - 1,
    end: offsets[edit.end] ?? string.end - 1,
    text: encode(edit.text),
  }));
}

/** Some elements of a list, by index, and the JSON of those that take their place. */
export interface ListChange {
  readonly from: number;
  readonly to: number;
  readonly items: readonly string[];
}

/** Replaces elements of a list in JSON text, commas included. */
export function listEdits(text: string, list: JsonList, changes: readonly ListChange[], style: ListStyle): Edit[] {
  const { elements } = list;
  const own = ownStyle(text, list, style);
  const edits: Edit[] = [];
  for (const { from, to, items } of mergeChanges(changes)) {
    const [first, last] = [elements[from], elements[to - 1]];
    const [previous, next] = [elements[from - 1], elements[to]];
    const joined = items.join(own.separator);
    if (first !== undefined && last !== undefined && to > from && items.length > 0) {
      edits.push({ start: first.start, end: last.end, text: joined });
    } else if (items.length > 0 && next !== undefined) {
      edits.push({ start: next.start, end: next.start, text: joined + own.separator });
    } else if (items.length > 0 && previous !== undefined) {
      edits.push({ start: previous.end, end: previous.end, text: own.separator + joined });
    } else if (items.length > 0) {
      edits.push({ start: list.start, end: list.end, text: `[${own.open}${joined}${own.close}]` });
    } else if (first !== undefined && next !== undefined) {
      edits.push({ start: first.start, end: next.start, text: '' });
    } else if (last !== undefined && previous !== undefined) {
      edits.push({ start: previous.end, end: last.end, text: '' });
    } else {
      edits.push({ start: list.start, end: list.end, text: '[]' });
    }
  }
  return edits;
}

/** How the list itself is written; what it is too short to show is taken from `fallback`. */
function ownStyle(text: string, list: JsonList, fallback: ListStyle): ListStyle {
  const [first, second] = list.elements;
  const last = list.elements.at(-1);
  if (first === undefined || last === undefined) return fallback;
  const open = text.slice(list.start + 1, first.start);
  const close = text.slice(last.end, list.end - 1);
  if (second !== undefined) return { open, separator: text.slice(first.end, second.start), close };
  if (open.includes('\n')) return { open, separator: `,${open}`, close };
  return { open, separator: fallback.separator.includes('\n') ? ', ' : fallback.separator, close };
}

/** Changes that touch become one, so that there is an unchanged element between any two. */
function mergeChanges(changes: readonly ListChange[]): ListChange[] {
  const merged: ListChange[] = [];
  for (const change of changes) {
    if (change.from === change.to && change.items.length === 0) continue;
    const before = merged.at(-1);
    if (before === undefined || before.to < change.from) merged.push(change);
    else merged[merged.length - 1] = { from: before.from, to: change.to, items: [...before.items, ...change.items] };
  }
  return merged;
}
