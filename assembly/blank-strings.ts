import { HASH, holdsFields, isQuote, lineEnd, OPEN, prefixStart, stringEnd } from './python-bytes';

const BLANK: u8 = 32;

/** No longer than `"asyncio"` with its prefix: not worth the cut. */
const SHORT: usize = 12;

/**
 * The code of a text: comments, and strings that hold no code of their own, give way to blanks. What may be code stays: an
 * f-string, the name of a module as `import_module("asyncio")` takes it, and everything behind a quote that nothing closes.
 *
 * @param to where it is put, which is never longer
 * @returns the end of it
 */
export function blankStrings(start: usize, end: usize, to: usize): usize {
  let from = start;
  for (let at = start; at < end; ) {
    const byte = load<u8>(at);
    if (byte === HASH) {
      // A comment runs up to the end of its line, which stays.
      to = copy(from, at, to);
      store<u8>(to++, BLANK);
      at = lineEnd(at, end);
      from = at;
    } else if (isQuote(byte)) {
      const first = prefixStart(at, start);
      const behind = stringEnd(at, end);
      if (behind === OPEN) break;
      if (!holdsFields(first, at) && behind - first >= SHORT) {
        to = copy(from, first, to);
        store<u8>(to++, byte);
        store<u8>(to++, byte);
        from = behind;
      }
      at = behind;
    } else at++;
  }
  return copy(from, end, to);
}

function copy(from: usize, end: usize, to: usize): usize {
  memory.copy(to, from, end - from);
  return to + (end - from);
}
