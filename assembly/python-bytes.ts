/**
 * What has to be known of Python's tokens, read from bytes: UTF-8, or another encoding with ASCII in its lower half.
 * Positions are addresses.
 */
export const TAB: u8 = 9;
export const LF: u8 = 10;
export const FORM_FEED: u8 = 12;
export const CR: u8 = 13;
export const HASH: u8 = 35;
export const COLON: u8 = 58;
export const BACKSLASH: u8 = 92;
const DOUBLE: u8 = 34;
const SINGLE: u8 = 39;

export function isQuote(byte: u8): bool {
  return byte === DOUBLE || byte === SINGLE;
}

/** The end of the line that `at` is in; its line break stays. */
export function lineEnd(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) !== LF && load<u8>(at) !== CR) at++;
  return at;
}

/** Whether the quote at `at` opens a string that may go over several lines. */
export function isTriple(at: usize, end: usize): bool {
  return at + 2 < end && load<u8>(at) === load<u8>(at, 1) && load<u8>(at) === load<u8>(at, 2);
}

/** Where the letters before the quote at `at` begin: `rb"`, `f"`. */
export function prefixStart(at: usize, start: usize): usize {
  let first = at;
  while (first > start && first > at - 2 && isPrefix(load<u8>(first - 1))) first--;
  return first;
}

/** Whether a string with the letters from `start` to `end` before its quote may hold code: `f"{await c()}"`. */
export function holdsFields(start: usize, end: usize): bool {
  for (let at = start; at < end; at++) if (isField(load<u8>(at))) return true;
  return false;
}

function isPrefix(byte: u8): bool {
  const letter = byte | 32;
  return isField(byte) || letter === 0x72 /* r */ || letter === 0x62 /* b */ || letter === 0x75 /* u */;
}

function isField(byte: u8): bool {
  const letter = byte | 32;
  return letter === 0x66 /* f */ || letter === 0x74 /* t */;
}

/** Of {@link stringEnd}: nothing closes the string. */
export const OPEN: usize = 0;

/** Behind the quote that closes the one at `at`; {@link OPEN} where a triple quote takes the rest of the text with it. */
export function stringEnd(at: usize, end: usize): usize {
  const quote = load<u8>(at);
  if (isTriple(at, end)) {
    for (let next = at + 3; next < end; next++) {
      const byte = load<u8>(next);
      if (byte === BACKSLASH) next++;
      else if (byte === quote && isTriple(next, end)) return next + 3;
    }
    return OPEN;
  }
  for (let next = at + 1; next < end; next++) {
    const byte = load<u8>(next);
    if (byte === quote) return next + 1;
    if (byte === LF) return next;
    // A string goes on behind a backslash at a line's end, be that end two bytes long.
    if (byte === BACKSLASH) next += next + 2 < end && load<u8>(next, 1) === CR && load<u8>(next, 2) === LF ? 2 : 1;
  }
  return end;
}
