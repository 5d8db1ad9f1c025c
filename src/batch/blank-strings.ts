import { HASH, holdsFields, isQuote, isTriple, lineEnd, prefixStart, stringEnd } from './python-bytes.js';

/**
 * The code of a file: comments, and strings that hold no code of their own, give way to blanks. What may be code stays: an
 * f-string, the name of a module as `import_module("asyncio")` takes it, and everything behind a quote that nothing closes.
 */
export function blankStrings(bytes: Buffer): string {
  const kept: string[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte === HASH) {
      // A comment runs up to the end of its line, which stays.
      kept.push(bytes.toString('latin1', from, at), ' ');
      at = lineEnd(bytes, at);
      from = at;
    } else if (isQuote(byte)) {
      const start = prefixStart(bytes, at);
      const end = stringEnd(bytes, at);
      if (end === undefined) break;
      if (!holdsFields(bytes, start, at) && end - start >= SHORT) {
        const quote = String.fromCharCode(byte);
        kept.push(bytes.toString('latin1', from, start), isTriple(bytes, at) ? '""' : quote + quote);
        from = end;
      }
      at = end;
    } else at += 1;
  }
  return kept.join('') + bytes.toString('latin1', from);
}

/** No longer than `"asyncio"` with its prefix: not worth the cut. */
const SHORT = 12;
