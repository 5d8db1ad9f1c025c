import { BACKSLASH, CR, HASH, holdsFields, isQuote, LF, lineEnd, prefixStart, stringEnd } from './python-bytes.js';

/**
 * Whether an `await`, `async with` or `async for` may stand outside `async def`: at module level, or in a sync function, where
 * it is a site (or a SyntaxError that is one). Reads indentation only; what it cannot follow counts as a yes.
 *
 * A loop over bytes: it reads most of a code base with an async core, and a regular expression takes five times as long.
 */
export function hasAwaitOutsideAsync(bytes: Buffer): boolean {
  const scopes: Scope[] = [];
  /** `def f(`: the colon has not come yet, and what stands in the brackets belongs to the scope outside. */
  let opening: Scope | undefined;
  let depth = 0;
  let indent = 0;
  let lineStart = 0;
  let opensLine = true;
  /** Up to the end of the line that goes on over brackets: its body may be there, and is not the coroutine's. */
  let inLambda = false;

  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    const kind = KINDS[byte];
    if (kind === Kind.blank) {
      at += 1;
      continue;
    }
    if (kind === Kind.lineEnd) {
      at += 1;
      lineStart = at;
      opensLine ||= depth === 0;
      if (opensLine) opening = undefined;
      continue;
    }
    if (byte === HASH) {
      at = lineEnd(bytes, at);
      continue;
    }
    if (byte === BACKSLASH) {
      // With the end of a line that goes on.
      if (bytes[at + 1] === CR && bytes[at + 2] === LF) at += 3;
      else at += bytes[at + 1] === LF ? 2 : 1;
      continue;
    }
    if (opensLine) {
      opensLine = false;
      inLambda = false;
      indent = columns(bytes, lineStart, at);
      while ((scopes[scopes.length - 1]?.indent ?? -1) >= indent) scopes.pop();
    }
    if (kind === Kind.word) {
      const end = wordEnd(bytes, at);
      const keyword = keywordAt(bytes, at, end);
      at = end;
      if (keyword === undefined) continue;
      if (keyword === 'lambda') inLambda = true;
      else if (keyword === 'def' || keyword === 'class') opening = { indent, isAsync: false };
      else {
        const behind = keyword === 'async' ? defEnd(bytes, end) : undefined;
        if (behind === undefined && (inLambda || !isInAsync(scopes))) return true;
        if (behind === undefined) continue;
        opening = { indent, isAsync: true };
        at = behind;
      }
    } else if (isQuote(byte)) {
      const end = stringEnd(bytes, at);
      if (end === undefined) return true;
      // f"{await c()}"
      const hasField = holdsFields(bytes, prefixStart(bytes, at), at) && (inLambda || !isInAsync(scopes));
      if (hasField && hasAwaitInField(bytes.toString('latin1', at + 1, end))) return true;
      at = end;
    } else {
      if (kind === Kind.opens) depth += 1;
      else if (kind === Kind.closes) depth = Math.max(0, depth - 1);
      else if (byte === COLON && depth === 0 && opening !== undefined) {
        scopes.push(opening);
        opening = undefined;
      }
      at += 1;
    }
  }
  return depth > 0;
}

interface Scope {
  readonly indent: number;
  readonly isAsync: boolean;
}

function isInAsync(scopes: readonly Scope[]): boolean {
  return scopes[scopes.length - 1]?.isAsync === true;
}

/** Of an f-string's text. Strings and comments in a field may hold braces that open and close nothing: behind one, in doubt, yes. */
function hasAwaitInField(text: string): boolean {
  for (const { index } of text.matchAll(/\b(?:await|async)\b/g)) {
    const before = text.slice(0, index).replace(/^["']+/, '');
    if (before.includes('{') && (/["'#]/.test(before) || isBraceOpen(before))) return true;
  }
  return false;
}

function isBraceOpen(text: string): boolean {
  let depth = 0;
  for (const [brace] of text.matchAll(/[{}]/g)) depth = Math.max(0, depth + (brace === '{' ? 1 : -1));
  return depth > 0;
}

const COLON = 58;

enum Kind {
  other,
  word,
  blank,
  lineEnd,
  opens,
  closes,
}

const KINDS = new Uint8Array(256);
for (const [kind, characters] of [
  [Kind.blank, ' \t\f\v'],
  [Kind.lineEnd, '\n\r'],
  [Kind.opens, '([{'],
  [Kind.closes, ')]}'],
  [Kind.word, '_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'],
] as const) {
  for (const byte of Buffer.from(characters)) KINDS[byte] = kind;
}
// A name may have letters of any alphabet.
KINDS.fill(Kind.word, 128);

function wordEnd(bytes: Buffer, start: number): number {
  let end = start + 1;
  while (end < bytes.length && KINDS[bytes[end] as number] === Kind.word) end += 1;
  return end;
}

type Keyword = 'def' | 'class' | 'async' | 'await' | 'lambda';

const KEYWORDS = (['def', 'class', 'async', 'await', 'lambda'] as const).map((name) => ({
  name,
  bytes: Buffer.from(name),
}));

/** Every word of a file is asked for, and none is made a string. */
function keywordAt(bytes: Buffer, start: number, end: number): Keyword | undefined {
  for (const { name, bytes: keyword } of KEYWORDS) {
    if (end - start !== keyword.length) continue;
    let same = 0;
    while (same < keyword.length && bytes[start + same] === keyword[same]) same += 1;
    if (same === keyword.length) return name;
  }
  return undefined;
}

/** Behind the `def` of an `async def` whose `async` ends at `at`. */
function defEnd(bytes: Buffer, at: number): number | undefined {
  let start = at;
  while (KINDS[bytes[start] as number] === Kind.blank) start += 1;
  const end = wordEnd(bytes, start);
  return keywordAt(bytes, start, end) === 'def' ? end : undefined;
}

function columns(bytes: Buffer, start: number, end: number): number {
  let width = 0;
  for (let at = start; at < end; at++) {
    // As Python counts: tabs to the next multiple of eight, and a form feed starts over.
    if (bytes[at] === FORM_FEED) width = 0;
    else width = bytes[at] === TAB ? width + 8 - (width % 8) : width + 1;
  }
  return width;
}

const [TAB, FORM_FEED] = [9, 12];
