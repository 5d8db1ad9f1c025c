/**
 * Behind the Python string whose opening quote stands at `at`. One in single quotes that its line does not close is no
 * string: then behind the quote alone, as the tokenizer goes on.
 *
 * In f-strings and t-strings the quotes of a replacement field are its own (PEP 701): `f'{x['a']}'`.
 */
export function passString(text: string, at: number, limit: number, prefix: string): number {
  return endOfString(text, at, limit, /[ft]/i.test(prefix), /r/i.test(prefix), 0) ?? at + 1;
}

function endOfString(
  text: string,
  start: number,
  limit: number,
  fields: boolean,
  raw: boolean,
  nesting: number,
): number | undefined {
  const quote = text.charAt(start);
  const triple = text.startsWith(quote.repeat(3), start);
  const close = triple ? quote.repeat(3) : quote;
  let at = start + close.length;
  while (at < limit) {
    const character = text.charAt(at);
    if (character === '\\') {
      at = passEscape(text, at, fields, raw);
    } else if (text.startsWith(close, at)) {
      return at + close.length;
    } else if (!triple && (character === '\n' || character === '\r')) {
      return undefined;
    } else if (fields && character === '{' && text[at + 1] === '{') {
      at += 2;
    } else if (fields && character === '{' && nesting < DEEPEST) {
      at = endOfField(text, at + 1, limit, close, nesting) ?? at + 1;
    } else {
      at += 1;
    }
  }
  // Triple quotes that nothing closes take all that is left.
  return triple ? limit : undefined;
}

/** `\"`, `\⏎`; in an f-string `\{x}` still opens a field, but `\N{DASH}` is a name. */
function passEscape(text: string, at: number, fields: boolean, raw: boolean): number {
  const next = text[at + 1];
  if (fields && (next === '{' || next === '}')) return at + 1;
  if (fields && !raw && next === 'N' && text[at + 2] === '{') {
    const end = text.indexOf('}', at);
    return end === -1 ? at + 3 : end + 1;
  }
  return next === '\r' && text[at + 2] === '\n' ? at + 3 : at + 2;
}

/** Behind the `}` that closes a field; `undefined` where it is not closed within its string. */
function endOfField(text: string, start: number, limit: number, close: string, nesting: number): number | undefined {
  let depth = 0;
  let at = start;
  while (at < limit) {
    const character = text.charAt(at);
    if (character === '}' && depth === 0) return at + 1;
    if (character === ':' && depth === 0) return endOfFormat(text, at + 1, limit, close, nesting);
    if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (character === '"' || character === "'") {
      const prefix = /[A-Za-z]{0,2}$/.exec(text.slice(Math.max(at - 2, start), at))?.[0] ?? '';
      const end = endOfString(text, at, limit, /[ft]/i.test(prefix), /r/i.test(prefix), nesting + 1);
      if (end === undefined) return undefined;
      at = end;
    } else if (character === '\n' && close.length === 1) {
      return undefined;
    } else {
      at += 1;
    }
  }
  return undefined;
}

/** The format behind `:`, in which quotes mean nothing: `{x:'>{width}}`. */
function endOfFormat(text: string, start: number, limit: number, close: string, nesting: number): number | undefined {
  let at = start;
  while (at < limit) {
    const character = text.charAt(at);
    if (character === '}') return at + 1;
    if (text.startsWith(close, at) || (character === '\n' && close.length === 1)) return undefined;
    if (character === '{' && nesting < DEEPEST) at = endOfField(text, at + 1, limit, close, nesting + 1) ?? at + 1;
    else at += 1;
  }
  return undefined;
}

/** CPython allows 150 nested f-strings, and two in formats; nobody writes five. */
const DEEPEST = 20;
