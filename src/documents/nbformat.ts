import { addAll, type Range } from '../text.js';
import { type CellKind, DocumentError } from './document.js';
import { type JsonReader, type JsonString, jsonReader } from './json.js';

/** A cell's source as the file holds it: one string, or a list of strings to be joined. */
export type CellSource =
  | { readonly kind: 'text'; readonly string: JsonString }
  | { readonly kind: 'lines'; readonly list: JsonList<JsonString> };

/** A list in JSON text: its range, brackets included, and those of its elements. */
export interface JsonList<Element extends Range = Range> extends Range {
  readonly elements: readonly Element[];
}

export interface NotebookCell {
  readonly kind: CellKind;
  readonly id?: string;
  readonly tags: readonly string[];
  /** The language that the cell names for itself: nbformat 3's `language`, VS Code's `languageId`. */
  readonly language?: string;
  /** Absent where the cell has none. */
  readonly source?: CellSource;
  readonly outputs?: Range;
}

/** What a notebook says of the language that its cells are written in. */
export interface NotebookMetadata {
  readonly kernelLanguage?: string;
  readonly kernelName?: string;
  readonly language?: string;
  readonly version?: string;
  readonly databricks?: true;
}

export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: NotebookMetadata;
}

/**
 * Reads the text of an nbformat 3 or 4 notebook. A member that stands twice counts as `JSON.parse` counts it: the last.
 *
 * @throws {DocumentError} LS102 invalid JSON, LS103 no notebook, LS104 empty.
 */
export function readNotebook(text: string): Notebook {
  if (text.trim() === '') throw new DocumentError('LS104', []);
  const json = jsonReader(text);
  let cells: readonly NotebookCell[] | undefined;
  let worksheets: readonly NotebookCell[] | undefined;
  let metadata: NotebookMetadata = {};
  const kind = json.kind();
  if (kind !== 'object') {
    json.skip();
    json.finish();
    throw new DocumentError('LS103', [kind === 'array' ? 'it is a list' : 'it is a single value']);
  }
  json.object((key) => {
    if (key === 'cells') cells = readCells(json);
    else if (key === 'worksheets') worksheets = readWorksheets(json);
    else if (key === 'metadata') metadata = readMetadata(json);
    else json.skip();
  });
  json.finish();
  const all = cells ?? worksheets;
  if (all === undefined) throw new DocumentError('LS103', ['it has neither `cells` nor `worksheets`']);
  return { cells: all, metadata };
}

/** The ranges of a list's elements; `undefined` where the text holds something else. */
export function readList(text: string, range: Range): JsonList | undefined {
  const json = jsonReader(text.slice(range.start, range.end));
  if (json.kind() !== 'array') return undefined;
  const elements: Range[] = [];
  json.array(() => {
    const { start, end } = json.skip();
    elements.push({ start: start + range.start, end: end + range.start });
  });
  return { start: range.start, end: range.end, elements };
}

function readWorksheets(json: JsonReader): readonly NotebookCell[] | undefined {
  const all: NotebookCell[] = [];
  if (json.kind() !== 'array') {
    json.skip();
    return undefined;
  }
  json.array(() => {
    let cells: readonly NotebookCell[] = [];
    objectOrSkip(json, (key) => {
      if (key === 'cells') cells = readCells(json) ?? [];
      else json.skip();
    });
    addAll(all, cells);
  });
  return all;
}

function readCells(json: JsonReader): readonly NotebookCell[] | undefined {
  if (json.kind() !== 'array') {
    json.skip();
    return undefined;
  }
  const cells: NotebookCell[] = [];
  json.array((index) => {
    if (json.kind() !== 'object') {
      json.skip();
      throw new DocumentError('LS103', [`cell ${index + 1} is not an object`]);
    }
    cells.push(readCell(json, index + 1));
  });
  return cells;
}

function readCell(json: JsonReader, index: number): NotebookCell {
  let type: string | undefined;
  let id: string | undefined;
  let language: string | undefined;
  let tags: readonly string[] = [];
  let editorLanguage: string | undefined;
  let source: CellSource | undefined;
  let input: CellSource | undefined;
  let outputs: Range | undefined;
  json.object((key) => {
    if (key === 'source') source = readSource(json, index);
    else if (key === 'input') input = readSource(json, index);
    else if (key === 'cell_type') type = stringOrSkip(json);
    else if (key === 'id') id = stringOrSkip(json);
    else if (key === 'language') language = stringOrSkip(json);
    else if (key === 'metadata') ({ tags, editorLanguage } = readCellMetadata(json));
    else if (key === 'outputs') outputs = json.skip();
    else json.skip();
  });
  const named = language ?? editorLanguage;
  const text = source ?? input;
  return {
    kind: cellKind(type),
    tags,
    ...(id === undefined ? {} : { id }),
    ...(named === undefined ? {} : { language: named }),
    ...(text === undefined ? {} : { source: text }),
    ...(outputs === undefined ? {} : { outputs }),
  };
}

/** nbformat 3 also has `heading` and `html` cells: text to be read, as Markdown is. */
function cellKind(type: string | undefined): CellKind {
  if (type === 'code') return 'code';
  return type === 'markdown' || type === 'heading' || type === 'html' ? 'markdown' : 'raw';
}

function readSource(json: JsonReader, index: number): CellSource | undefined {
  const kind = json.kind();
  if (kind === 'string') return { kind: 'text', string: json.string() };
  if (kind === 'array') {
    const elements: JsonString[] = [];
    const range = json.array(() => {
      if (json.kind() === 'string') elements.push(json.string());
      else throw sourceProblem(json, index);
    });
    return { kind: 'lines', list: { ...range, elements } };
  }
  throw sourceProblem(json, index);
}

/** Text that is no JSON at all is told as such: the value is read first. */
function sourceProblem(json: JsonReader, index: number): DocumentError {
  json.skip();
  return new DocumentError('LS103', [`the source of cell ${index} is neither a string nor a list of strings`]);
}

function readCellMetadata(json: JsonReader): {
  readonly tags: readonly string[];
  readonly editorLanguage: string | undefined;
} {
  let tags: readonly string[] = [];
  let editorLanguage: string | undefined;
  objectOrSkip(json, (key) => {
    if (key === 'tags') tags = readStrings(json);
    else if (key === 'vscode') {
      objectOrSkip(json, (inner) => {
        if (inner === 'languageId') editorLanguage = stringOrSkip(json);
        else json.skip();
      });
    } else json.skip();
  });
  return { tags, editorLanguage };
}

function readMetadata(json: JsonReader): NotebookMetadata {
  const found: { -readonly [Key in keyof NotebookMetadata]: NotebookMetadata[Key] } = {};
  const take = (name: 'kernelLanguage' | 'kernelName' | 'language' | 'version'): void => {
    const value = stringOrSkip(json);
    if (value !== undefined) found[name] = value;
  };
  objectOrSkip(json, (key) => {
    if (key === 'kernelspec') {
      objectOrSkip(json, (inner) => {
        if (inner === 'language') take('kernelLanguage');
        else if (inner === 'name') take('kernelName');
        else json.skip();
      });
    } else if (key === 'language_info') {
      objectOrSkip(json, (inner) => {
        if (inner === 'name') take('language');
        else if (inner === 'version') take('version');
        else json.skip();
      });
    } else {
      if (key.startsWith('application/vnd.databricks')) found.databricks = true;
      json.skip();
    }
  });
  return found;
}

function objectOrSkip(json: JsonReader, visit: (key: string) => void): void {
  if (json.kind() === 'object') json.object(visit);
  else json.skip();
}

function readStrings(json: JsonReader): readonly string[] {
  const strings: string[] = [];
  if (json.kind() !== 'array') json.skip();
  else {
    json.array(() => {
      const value = stringOrSkip(json);
      if (value !== undefined) strings.push(value);
    });
  }
  return strings;
}

function stringOrSkip(json: JsonReader): string | undefined {
  if (json.kind() === 'string') return json.string().value;
  json.skip();
  return undefined;
}
