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
  // An edit in the code, asked for as an edit of the file, tells where it stands there.
  const offsets = [at.start, Math.max(at.start, at.end)].map(
    (offset) => document.sourceEdits([{ start: offset, end: offset, text: ' ' }])[0]?.start ?? 0,
  );
  return fileRegion(source.text, { start: offsets[0] ?? 0, end: offsets[1] ?? 0 });
}

function position(text: string, offset: number): readonly [line: number, column: number] {
  const start = lineStart(text, offset);
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < start; at = text.indexOf('\n', at + 1)) line += 1;
  return [line, [...text.slice(start, offset)].length + 1];
}
