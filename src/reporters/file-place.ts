import type { Document } from '../documents/document.js';
import type { Result } from '../result.js';
import { type Location, lineStart, type Range } from '../text.js';

/** A region of the file as it lies on disk: for a notebook, of its JSON. What SARIF and GitHub point at. */
export interface FileRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Answers where things stand in one file. */
export interface FilePlaces {
  /** A range of `result.source.text`. */
  ofText(range: Range): FileRegion;
  /** A range of the code, which a notebook holds in its JSON strings. */
  ofCode(at: Range, location: Location): FileRegion;
}

/** Lines and columns of a result's file, from 1; columns in code points. */
export function filePlaces({ document, source }: Result): FilePlaces {
  const position = createPositions(source.text);
  const ofText = (range: Range): FileRegion => {
    const [startLine, startColumn] = position(range.start);
    const [endLine, endColumn] = position(range.end);
    return { startLine, startColumn, endLine, endColumn };
  };
  return {
    ofText,
    ofCode(at, { line, column }) {
      if (document === undefined) return { startLine: line, startColumn: column, endLine: line, endColumn: column };
      return ofText({ start: fileOffset(document, at.start), end: fileOffset(document, at.end) });
    },
  };
}

/** A mark that is put there, as an edit of the file, tells where it stands: the edit may rewrite a notebook's whole line. */
function fileOffset(document: Document, offset: number): number {
  const [edit] = document.sourceEdits([{ start: offset, end: offset, text: MARK }]);
  if (edit === undefined) return 0;
  let at = edit.start;
  while (at < edit.end && document.source.text[at] === edit.text[at - edit.start]) at += 1;
  return at;
}

/** A character that no source holds, and JSON does not escape. */
const MARK = '\u007f';

/** Counts on from the last question: most come in order. */
function createPositions(text: string): (offset: number) => readonly [line: number, column: number] {
  let line = 1;
  let counted = 0;
  return (offset) => {
    const start = lineStart(text, offset);
    if (start < counted) [line, counted] = [1, 0];
    for (let at = text.indexOf('\n', counted); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
    counted = start;
    return [line, [...text.slice(start, offset)].length + 1];
  };
}
