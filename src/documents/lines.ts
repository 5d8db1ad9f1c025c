/** Line and column, 1-based, columns in code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each line of a text starts. Lines end as Python's do: at `\n`, `\r\n` and a lone `\r`, not at a form feed. */
export interface LineTable {
  line(offset: number): number;
  position(offset: number): Position;
}

/** The table is built at the first question: most documents are never asked. */
export function lineTable(text: string): LineTable {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => {
    known ??= lineStarts(text);
    return known;
  };
  return {
    line: (offset) => lastAtMost(starts(), offset) + 1,
    position: (offset) => {
      const index = lastAtMost(starts(), offset);
      return { line: index + 1, column: codePoints(text, starts()[index] ?? 0, offset) + 1 };
    },
  };
}

/** Index of the last number in a rising list that is not above `limit`; 0 where there is none. */
export function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; count += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return count;
}
