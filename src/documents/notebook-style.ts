import type { Encode, ListStyle } from './json-edits.js';
import type { JsonList, Notebook } from './nbformat.js';

/** How a notebook's text is written, where an edit has to write more of it. */
export interface NotebookStyle {
  readonly encode: Encode;
  readonly list: ListStyle;
}

/** Taken from the file itself: its first source of several lines, else its indentation. */
export function notebookStyle(text: string, notebook: Notebook): NotebookStyle {
  return { encode: (value) => encodeString(value, text), list: listStyle(text, notebook) };
}

/** The inside of a JSON string, with the escapes that Jupyter and `JSON.stringify` agree on. */
function encodeString(value: string, text: string): string {
  const inside = JSON.stringify(value).slice(1, -1);
  if (!NON_ASCII.test(inside) || !escapesNonAscii(text)) return inside;
  return inside.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The file writes `\u00e9` for `é`, always. */
function escapesNonAscii(text: string): boolean {
  return !NON_ASCII.test(text.slice(1)) && /\\u(?!00[0-7])[\da-f]{4}/i.test(text);
}

const NON_ASCII = /[\u0080-\uffff]/;

function listStyle(text: string, notebook: Notebook): ListStyle {
  const lists = notebook.cells.flatMap(({ source }) => (source?.kind === 'lines' ? [source.list] : []));
  const shown = lists.find((list) => list.elements.length > 1) ?? lists.find((list) => list.elements.length === 1);
  return shown === undefined ? indentedStyle(text) : shownStyle(text, shown);
}

function shownStyle(text: string, list: JsonList): ListStyle {
  const first = list.elements[0];
  const last = list.elements.at(-1);
  if (first === undefined || last === undefined) return indentedStyle(text);
  const open = text.slice(list.start + 1, first.start);
  const second = list.elements[1];
  const separator = second === undefined ? separatorBehind(open, text) : text.slice(first.end, second.start);
  return { open, separator, close: text.slice(last.end, list.end - 1) };
}

/** Only lists without elements: the depth of `"source"` shows how far in an element stands. */
function indentedStyle(text: string): ListStyle {
  const key = /(\r?\n)([ \t]+)"(?:source|input)"/.exec(text);
  const unit = /\n([ \t]+)"/.exec(text)?.[1];
  const [, end, indent] = key ?? [];
  if (end === undefined || indent === undefined || unit === undefined) {
    return { open: '', separator: separatorBehind('', text), close: '' };
  }
  const open = `${end}${indent}${unit}`;
  return { open, separator: `,${open}`, close: `${end}${indent}` };
}

/** Python's `json` writes `, ` on a single line, `JSON.stringify` a bare comma; their colons differ likewise. */
function separatorBehind(open: string, text: string): string {
  if (open.includes('\n')) return `,${open}`;
  return /"(?:source|input)":\S/.test(text) ? ',' : ', ';
}
