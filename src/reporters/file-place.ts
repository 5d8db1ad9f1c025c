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

/** The region of a range of `result.source.text`; columns in code points. */
export function fileRegion(text: string, range: Range): FileRegion {
  const [startLine, startColumn] = position(text, range.start);
  const [endLine, endColumn] = position(text, range.end);
  return { startLine, startColumn, endLine, endColumn };
}

/** Where in the file something stands that was found in the code. */
export function fileRegionOf(result: Result, at: Range, location: Location): FileRegion {
  const { document, source } = result;
  if (document === undefined) {
    return {
      startLine: location.line,
      startColumn: location.column,
      endLine: location.line,
      endColumn: location.column,
    };
  }
  return fileRegion(source.text, { start: fileOffset(document, at.start), end: fileOffset(document, at.end) });
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

function position(text: string, offset: number): readonly [line: number, column: number] {
  const start = lineStart(text, offset);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return [line, [...text.slice(start, offset)].length + 1];
}
