import {
  BACKSLASH,
  COLON,
  CR,
  FORM_FEED,
  HASH,
  holdsFields,
  isQuote,
  LF,
  lineEnd,
  OPEN,
  prefixStart,
  stringEnd,
  TAB,
} from './python-bytes';

enum Kind {
  other,
  word,
  blank,
  lineEnd,
  opens,
  closes,
}

/** By byte. */
const KINDS = memory.data(256);

fill(' \t\f\v', Kind.blank);
fill('\n\r', Kind.lineEnd);
fill('([{', Kind.opens);
fill(')]}', Kind.closes);
fill('_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', Kind.word);
// A name may have letters of any alphabet.
memory.fill(KINDS + 128, <u8>Kind.word, 128);

function fill(characters: string, kind: Kind): void {
  for (let n = 0; n < characters.length; n++) store<u8>(KINDS + characters.charCodeAt(n), kind);
}

function kindOf(byte: u8): Kind {
  return <Kind>load<u8>(KINDS + byte);
}

/** `def`, `class` and `async def` around a place, outermost first: of each its indentation, twice, and whether it is async. */
const scopes = memory.data(4096, 4);
const MOST_SCOPES: u32 = 1024;
let depthOfScopes: u32 = 0;

/**
 * Whether an `await`, `async with` or `async for` may stand outside `async def`: at module level, or in a sync function, where
 * it is a site (or a SyntaxError that is one). Reads indentation only; what it cannot follow counts as a yes.
 */
export function hasAwaitOutsideAsync(start: usize, end: usize): bool {
  depthOfScopes = 0;
  /** `def f(`: the colon has not come yet, and what stands in the brackets belongs to the scope outside. */
  let opens = false;
  let opensAsync = false;
  let depth: u32 = 0;
  let indent: u32 = 0;
  let lineStart = start;
  let opensLine = true;
  /** Up to the end of the line that goes on over brackets: its body may be there, and is not the coroutine's. */
  let inLambda = false;

  for (let at = start; at < end; ) {
    const byte = load<u8>(at);
    const kind = kindOf(byte);
    if (kind === Kind.blank) {
      at++;
      continue;
    }
    if (kind === Kind.lineEnd) {
      at++;
      lineStart = at;
      opensLine = opensLine || depth === 0;
      if (opensLine) opens = false;
      continue;
    }
    if (byte === HASH) {
      at = lineEnd(at, end);
      continue;
    }
    if (byte === BACKSLASH) {
      // With the end of a line that goes on.
      if (at + 2 < end && load<u8>(at, 1) === CR && load<u8>(at, 2) === LF) at += 3;
      else at += at + 1 < end && load<u8>(at, 1) === LF ? 2 : 1;
      continue;
    }
    if (opensLine) {
      opensLine = false;
      inLambda = false;
      indent = columns(lineStart, at);
      while (depthOfScopes > 0 && innermost() >> 1 >= indent) depthOfScopes--;
    }
    if (kind === Kind.word) {
      const word = at;
      at = wordEnd(word, end);
      const keyword = keywordAt(word, at);
      if (keyword === Keyword.none) continue;
      if (keyword === Keyword.lambda_) inLambda = true;
      else if (keyword === Keyword.def_ || keyword === Keyword.class_) {
        opens = true;
        opensAsync = false;
      } else {
        const behind = keyword === Keyword.async_ ? defEnd(at, end) : 0;
        if (behind === 0) {
          if (inLambda || !isInAsync()) return true;
          continue;
        }
        opens = true;
        opensAsync = true;
        at = behind;
      }
    } else if (isQuote(byte)) {
      const behind = stringEnd(at, end);
      if (behind === OPEN) return true;
      // f"{await c()}"
      const hasField = holdsFields(prefixStart(at, start), at) && (inLambda || !isInAsync());
      if (hasField && hasAwaitInField(at, behind)) return true;
      at = behind;
    } else {
      if (kind === Kind.opens) depth++;
      else if (kind === Kind.closes) depth -= <u32>(depth > 0);
      else if (byte === COLON && depth === 0 && opens) {
        if (depthOfScopes === MOST_SCOPES) return true;
        store<u32>(scopes + 4 * depthOfScopes++, (indent << 1) | <u32>opensAsync);
        opens = false;
      }
      at++;
    }
  }
  return depth > 0;
}

function innermost(): u32 {
  return load<u32>(scopes + 4 * (depthOfScopes - 1));
}

function isInAsync(): bool {
  return depthOfScopes > 0 && (innermost() & 1) === 1;
}

/** Of an f-string's text. Strings and comments in a field may hold braces that open and close nothing: behind one, in doubt, yes. */
function hasAwaitInField(start: usize, end: usize): bool {
  let at = start;
  while (at < end && isQuote(load<u8>(at))) at++;
  let depth: u32 = 0;
  let hasOpened = false;
  let isInDoubt = false;
  while (at < end) {
    const byte = load<u8>(at);
    if (kindOf(byte) === Kind.word) {
      const word = at;
      at = wordEnd(word, end);
      const keyword = keywordAt(word, at);
      const isOne = keyword === Keyword.async_ || keyword === Keyword.await_;
      if (isOne && hasOpened && (isInDoubt || depth > 0)) return true;
      continue;
    }
    if (byte === OPENING) {
      hasOpened = true;
      depth++;
    } else if (byte === CLOSING) depth -= <u32>(depth > 0);
    else if (depth > 0 && (byte === HASH || isQuote(byte))) isInDoubt = true;
    at++;
  }
  return false;
}

const OPENING: u8 = 123;
const CLOSING: u8 = 125;

function wordEnd(at: usize, end: usize): usize {
  do at++;
  while (at < end && kindOf(load<u8>(at)) === Kind.word);
  return at;
}

enum Keyword {
  none,
  def_,
  class_,
  async_,
  await_,
  lambda_,
}

function keywordAt(start: usize, end: usize): Keyword {
  switch (<u32>(end - start)) {
    case 3:
      return is(start, 'def') ? Keyword.def_ : Keyword.none;
    case 5:
      if (is(start, 'class')) return Keyword.class_;
      if (is(start, 'async')) return Keyword.async_;
      return is(start, 'await') ? Keyword.await_ : Keyword.none;
    case 6:
      return is(start, 'lambda') ? Keyword.lambda_ : Keyword.none;
    default:
      return Keyword.none;
  }
}

function is(at: usize, word: string): bool {
  for (let n = 0; n < word.length; n++) if (load<u8>(at + n) !== word.charCodeAt(n)) return false;
  return true;
}

/** Behind the `def` of an `async def` whose `async` ends at `at`; 0 where there is none. */
function defEnd(at: usize, end: usize): usize {
  while (at < end && kindOf(load<u8>(at)) === Kind.blank) at++;
  if (at >= end) return 0;
  const behind = wordEnd(at, end);
  return keywordAt(at, behind) === Keyword.def_ ? behind : 0;
}

function columns(start: usize, end: usize): u32 {
  let width: u32 = 0;
  for (let at = start; at < end; at++) {
    // As Python counts: tabs to the next multiple of eight, and a form feed starts over.
    const byte = load<u8>(at);
    if (byte === FORM_FEED) width = 0;
    else width = byte === TAB ? width + 8 - (width & 7) : width + 1;
  }
  return width;
}
