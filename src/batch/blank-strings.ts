/**
 * The code of a file: comments, and strings that hold no code of their own, give way to blanks. What may be code stays: an
 * f-string, the name of a module as `import_module("asyncio")` takes it, and everything behind a quote that nothing closes.
 */
export function blankStrings(text: string): string {
  const kept: string[] = [];
  let from = 0;
  const opening = new RegExp(OPENING);
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const [all, prefix = '', quote] = match;
    if (quote === undefined) {
      // A comment runs up to the end of its line, which stays.
      kept.push(text.slice(from, match.index), ' ');
      from = opening.lastIndex;
      continue;
    }
    const end = stringEnd(text, quote, match.index + all.length);
    if (end === undefined) break;
    opening.lastIndex = end;
    if (/[ft]/i.test(prefix) || end - match.index < SHORT) continue;
    kept.push(text.slice(from, match.index), quote.length === 3 ? '""' : quote + quote);
    from = end;
  }
  return kept.join('') + text.slice(from);
}

/** No longer than `"asyncio"` with its prefix: not worth the cut. */
const SHORT = 12;

const OPENING = /#[^\r\n]*|([rbuft]{0,2})("""|'''|"|')/gi;

/** Behind the closing quote; `undefined` where a triple quote takes the rest of the file with it. */
export function stringEnd(text: string, quote: string, from: number): number | undefined {
  const isLong = quote.length === 3;
  const stop = new RegExp(isLong ? LONG[quote as keyof typeof LONG] : SINGLE[quote as keyof typeof SINGLE]);
  stop.lastIndex = from;
  for (let match = stop.exec(text); match !== null; match = stop.exec(text)) {
    const [found] = match;
    if (found === quote) return stop.lastIndex;
    if (found === '\n') return match.index;
  }
  return isLong ? undefined : text.length;
}

const LONG = { '"""': /\\(?:\r\n|[\s\S])|"""/g, "'''": /\\(?:\r\n|[\s\S])|'''/g } as const;
const SINGLE = { '"': /\\(?:\r\n|[\s\S])|["\n]/g, "'": /\\(?:\r\n|[\s\S])|['\n]/g } as const;
