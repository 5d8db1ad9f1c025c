/**
 * Ranges, edits and places. Offsets are UTF-16 code units into {@link Document.code}, half-open; lines and columns are
 * 1-based, columns in code points.
 */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One replaced range. An insertion has `start === end`. */
export interface Edit extends Range {
  readonly text: string;
  /**
   * An edit that gives way: dropped, without a conflict, where another edit removes the place it stands in.
   * Indenting a moved block uses it, since a line that is removed needs no indentation.
   */
  readonly yields?: true;
  /** The same edit, asked for by several rewrites, counts once: an added import, a helper. */
  readonly once?: true;
  /**
   * A move: the text of this range goes to where the edit stands, behind its own `text`; edits inside the range go along.
   * A def that is lifted out of a block that becomes a function uses it.
   */
  readonly from?: Range;
}

/** A place as a person reads it. `cell` counts from 1 over all cells of a notebook; a plain file has none. */
export interface Location {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly cell?: number;
  readonly cellId?: string;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** `list.push(...items)`, however many there are: an array that is spread into a call goes through the stack. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** Offset of the first character of the line that holds `offset`. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Offset behind the line end of the line that holds `offset` (the end of the text on the last line). */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end + 1;
}

/** The white space that opens the line which holds `offset`. */
export function indentation(text: string, offset: number): string {
  const start = lineStart(text, offset);
  return /^[ \t\f]*/.exec(text.slice(start, lineEnd(text, start)))?.[0] ?? '';
}

/** The line end used most in `text`: what an inserted line ends with. */
export function lineBreak(text: string): '\n' | '\r\n' {
  // Asked for every edit: most texts have none.
  if (!text.includes('\r\n')) return '\n';
  const crlf = text.split('\r\n').length - 1;
  const all = text.split('\n').length - 1;
  return crlf * 2 > all ? '\r\n' : '\n';
}

/**
 * Which of many ranges touch another one, be it at their borders: asked for each line of a file with thousands of edits.
 *
 * @returns in the order of their starts
 */
export function indexRanges<Each extends Range>(ranges: readonly Each[]): (place: Range) => readonly Each[] {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  /** Up to each one, the furthest end. */
  const ends: number[] = [];
  for (const { end } of sorted) ends.push(Math.max(end, ends[ends.length - 1] ?? 0));
  return ({ start, end }) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Each).start <= end) low = middle + 1;
      else high = middle;
    }
    const found: Each[] = [];
    for (let at = low - 1; at >= 0 && (ends[at] as number) >= start; at--) {
      const each = sorted[at] as Each;
      if (each.end >= start) found.push(each);
    }
    return found.reverse();
  };
}

/** One step of indentation, as the text has it: the first line that opens deeper than the line ending in `:` above it. */
export function indentUnit(text: string): string {
  const found = /^([ \t]*)[^\s#].*:[ \t]*(?:#.*)?\r?\n(?:[ \t]*\r?\n)*\1([ \t]+)[^\s#]/m.exec(text);
  return found?.[2] ?? '    ';
}

/**
 * A transform runs without having been type-checked: `replace(call.args[3], …)` says what it lacks.
 *
 * @throws where there is no node
 */
export function requireNode(node: Range | undefined, given: string): asserts node is Range {
  if (node === undefined || node === null) throw new Error(`\`${given}\` was given no node`);
}
