import { lineStart, type Range } from '../text.js';

/** A token that says where a line of code ends; of all others only the place is of interest. */
export interface LayoutToken extends Range {
  readonly kind: 'string' | 'unterminated' | 'comment' | 'open' | 'close' | 'newline';
  readonly spelled: string;
}

/** One statement, or the head of one, over as many lines as its brackets and backslashes make it; no indentation, no comment behind. */
export type LogicalLine = Range;

/** Strings, comments, brackets and line ends of a text that the grammar cannot read. */
export function* splitTokens(text: string, range: Range): Generator<LayoutToken> {
  const token = /\\(?:\r\n|[\r\n])|#[^\r\n]*|[rbfut]{0,2}("""|'''|"|')|[()[\]{}]|\r\n|[\r\n]/gi;
  token.lastIndex = range.start;
  for (let found = token.exec(text); found !== null && found.index < range.end; found = token.exec(text)) {
    const [spelled, quote] = found;
    const start = found.index;
    if (quote !== undefined) {
      const end = endOfString(text, token.lastIndex, range.end, quote);
      yield { kind: end === undefined ? 'unterminated' : 'string', start, end: end ?? token.lastIndex, spelled };
      if (end !== undefined) token.lastIndex = end;
      continue;
    }
    const end = Math.min(token.lastIndex, range.end);
    if ('([{'.includes(spelled)) yield { kind: 'open', start, end, spelled };
    else if (')]}'.includes(spelled)) yield { kind: 'close', start, end, spelled };
    else if (spelled.startsWith('#')) yield { kind: 'comment', start, end, spelled };
    else if (!spelled.startsWith('\\')) yield { kind: 'newline', start, end, spelled };
  }
}

/** The logical lines of a text whose brackets and strings are balanced; blank ones and comments are left out. */
export function* logicalLines(text: string, range: Range): Generator<LogicalLine> {
  let depth = 0;
  let start = range.start;
  let comment: number | undefined;
  for (const token of splitTokens(text, range)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    else if (token.kind === 'comment' && depth === 0) comment = token.start;
    else if (token.kind === 'newline' && depth === 0) {
      yield* trimmed(text, start, comment ?? token.start);
      start = token.end;
      comment = undefined;
    }
  }
  yield* trimmed(text, start, comment ?? range.end);
}

/** As `lineStart` of text.ts, but a lone carriage return ends a line too. */
export function startOfLine(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return start + text.slice(start, offset).lastIndexOf('\r') + 1;
}

function trimmed(text: string, start: number, end: number): readonly LogicalLine[] {
  const line = text.slice(start, end);
  const code = line.trim();
  if (code === '') return [];
  const from = start + line.indexOf(code);
  return [{ start: from, end: from + code.length }];
}

function endOfString(text: string, from: number, limit: number, quote: string): number | undefined {
  const stop =
    quote.length === 3
      ? new RegExp(`\\\\[\\s\\S]|${quote}`, 'g')
      : new RegExp(`\\\\(?:\\r\\n|[\\s\\S])|${quote}|[\\r\\n]`, 'g');
  stop.lastIndex = from;
  for (let found = stop.exec(text); found !== null && stop.lastIndex <= limit; found = stop.exec(text)) {
    if (found[0] === quote) return stop.lastIndex;
    if (!found[0].startsWith('\\')) return undefined;
  }
  return undefined;
}
