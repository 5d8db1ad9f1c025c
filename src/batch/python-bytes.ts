/**
 * What the prefilter has to know of Python's tokens, read from bytes: UTF-8, or another encoding with ASCII in its lower half.
 * Positions count bytes.
 */
export const LF = 10;
export const CR = 13;
export const HASH = 35;
export const BACKSLASH = 92;
const [DOUBLE, SINGLE] = [34, 39];

export function isQuote(byte: number): boolean {
  return byte === DOUBLE || byte === SINGLE;
}

/** The end of the line that `at` is in; its line break stays. */
export function lineEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end += 1;
  return end;
}

/** Whether the quote at `at` opens a string that may go over several lines. */
export function isTriple(bytes: Buffer, at: number): boolean {
  return bytes[at] === bytes[at + 1] && bytes[at] === bytes[at + 2];
}

/** Where the letters before the quote at `at` begin: `rb"`, `f"`. */
export function prefixStart(bytes: Buffer, at: number): number {
  let start = at;
  while (start > 0 && start > at - 2 && PREFIX.has(bytes[start - 1] as number)) start -= 1;
  return start;
}

const PREFIX = new Set(Buffer.from('rbuftRBUFT'));

/** Whether a string with the letters from `start` to `end` before its quote may hold code: `f"{await c()}"`. */
export function holdsFields(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (FIELDS.has(bytes[at] as number)) return true;
  return false;
}

const FIELDS = new Set(Buffer.from('ftFT'));

/** Behind the quote that closes the one at `at`; `undefined` where a triple quote takes the rest of the file with it. */
export function stringEnd(bytes: Buffer, at: number): number | undefined {
  const quote = bytes[at] as number;
  const { length } = bytes;
  if (isTriple(bytes, at)) {
    for (let end = at + 3; end < length; end++) {
      if (bytes[end] === BACKSLASH) end += 1;
      else if (bytes[end] === quote && isTriple(bytes, end)) return end + 3;
    }
    return undefined;
  }
  for (let end = at + 1; end < length; end++) {
    const byte = bytes[end];
    if (byte === quote) return end + 1;
    if (byte === LF) return end;
    // A string goes on behind a backslash at a line's end, be that end two bytes long.
    if (byte === BACKSLASH) end += bytes[end + 1] === CR && bytes[end + 2] === LF ? 2 : 1;
  }
  return length;
}
