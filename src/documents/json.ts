import type { Range } from '../text.js';
import { DocumentError } from './document.js';
import { lineTable } from './lines.js';

/** A string in JSON text: its range, quotes included, and what it says. */
export interface JsonString extends Range {
  readonly value: string;
}

export type JsonKind = 'object' | 'array' | 'string' | 'other';

/**
 * Reads JSON text from front to back, and knows where each value stands. It builds nothing that is not asked for, so
 * that the megabytes of outputs in a notebook cost one pass over their characters; but it checks them all: what
 * `JSON.parse` refuses is refused. Depth is no matter.
 */
export interface JsonReader {
  /** What comes next. */
  kind(): JsonKind;
  string(): JsonString;
  /** Any value, checked and left unread. */
  skip(): Range;
  /** `visit` reads the value of each member, by one of these four. */
  object(visit: (key: string) => void): Range;
  array(visit: (index: number) => void): Range;
  /** Nothing but white space is left. */
  finish(): void;
}

/** @throws {DocumentError} LS102, from each of its functions, at the place where the text stops being JSON. */
export function jsonReader(text: string): JsonReader {
  let at = text.startsWith('\uFEFF') ? 1 : 0;

  function next(): number {
    for (;;) {
      const character = text.charCodeAt(at);
      if (character !== SPACE && character !== LF && character !== CR && character !== TAB) return character;
      at += 1;
    }
  }

  function kind(): JsonKind {
    const character = next();
    if (character === OPEN_OBJECT) return 'object';
    if (character === OPEN_ARRAY) return 'array';
    return character === QUOTE ? 'string' : 'other';
  }

  function string(): JsonString {
    if (next() !== QUOTE) fail('a string');
    const start = at;
    const escaped = passString();
    const value = escaped ? (JSON.parse(text.slice(start, at)) as string) : text.slice(start + 1, at - 1);
    return { start, end: at, value };
  }

  function skip(): Range {
    next();
    const start = at;
    const closers: number[] = [];
    do {
      passOpening(closers);
    } while (passClosing(closers));
    return { start, end: at };
  }

  /** One value; of an object or an array only its start, unless it is empty. */
  function passOpening(closers: number[]): void {
    for (;;) {
      const character = next();
      if (character === QUOTE) {
        passString();
        return;
      }
      if (character !== OPEN_OBJECT && character !== OPEN_ARRAY) {
        passLiteral();
        return;
      }
      at += 1;
      const closer = character + 2;
      if (next() === closer) {
        at += 1;
        return;
      }
      closers.push(closer);
      if (closer === CLOSE_OBJECT) key();
    }
  }

  /** Behind a value: `true` where another one follows. */
  function passClosing(closers: number[]): boolean {
    for (;;) {
      const closer = closers.at(-1);
      if (closer === undefined) return false;
      const character = next();
      if (character === COMMA) {
        at += 1;
        if (closer === CLOSE_OBJECT) key();
        return true;
      }
      if (character !== closer) fail(closer === CLOSE_OBJECT ? '`,` or `}`' : '`,` or `]`');
      at += 1;
      closers.pop();
    }
  }

  function object(visit: (name: string) => void): Range {
    return sequence(OPEN_OBJECT, '`{`', () => visit(key()));
  }

  function array(visit: (index: number) => void): Range {
    return sequence(OPEN_ARRAY, '`[`', visit);
  }

  function sequence(opener: number, name: string, visit: (index: number) => void): Range {
    if (next() !== opener) fail(name);
    const start = at;
    const closer = opener + 2;
    at += 1;
    if (next() !== closer) {
      for (let index = 0; ; index += 1) {
        visit(index);
        if (next() !== COMMA) break;
        at += 1;
      }
      if (next() !== closer) fail(closer === CLOSE_OBJECT ? '`,` or `}`' : '`,` or `]`');
    }
    at += 1;
    return { start, end: at };
  }

  function key(): string {
    if (next() !== QUOTE) fail('a member name in double quotes');
    const { value } = string();
    if (next() !== COLON) fail('`:`');
    at += 1;
    return value;
  }

  /** From quote to quote; `true` where there is an escape in between. */
  function passString(): boolean {
    let escaped = false;
    // A local: the loop below sees every character of every output.
    let here = at + 1;
    for (;;) {
      let character = text.charCodeAt(here);
      while (character > CONTROL && character !== QUOTE && character !== BACKSLASH) {
        here += 1;
        character = text.charCodeAt(here);
      }
      at = here;
      if (character === QUOTE) {
        at += 1;
        return escaped;
      }
      if (character !== BACKSLASH) fail('the end of the string');
      escaped = true;
      const length = escapeLength(text, here);
      if (length === 0) fail('a JSON escape');
      here += length;
    }
  }

  function passLiteral(): void {
    LITERAL.lastIndex = at;
    if (!LITERAL.test(text)) fail('a value');
    at = LITERAL.lastIndex;
  }

  function finish(): void {
    next();
    if (at < text.length) fail('the end of the file');
  }

  function fail(expected: string): never {
    const bom = text.startsWith('\uFEFF') ? 1 : 0;
    const { line, column } = lineTable(text.slice(bom)).position(at - bom);
    throw new DocumentError('LS102', [`expected ${expected}, found ${found(text, at)}`], line, column);
  }

  return { kind, string, skip, object, array, finish };
}

/**
 * For each character of the string's value, and for its end, where it stands in the text.
 *
 *     "a\nb"  →  offsets of `a`, `\n`, `b`, `"`
 */
export function rawOffsets(text: string, string: JsonString): readonly number[] {
  const offsets: number[] = [];
  let at = string.start + 1;
  while (at < string.end - 1) {
    offsets.push(at);
    if (text.charCodeAt(at) !== BACKSLASH) at += 1;
    else at += text[at + 1] === 'u' ? 6 : 2;
  }
  offsets.push(at);
  return offsets;
}

const TAB = 9;
const LF = 10;
const CR = 13;
const CONTROL = 31;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_ARRAY = 91;
const BACKSLASH = 92;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
/** With what Python's `json` writes besides JSON: the outputs of real notebooks hold `NaN`. */
const LITERAL = /(?:true|false|null|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

/** At a backslash: 2, 6 for `\u00e9`, 0 where it escapes nothing. */
function escapeLength(text: string, at: number): 0 | 2 | 6 {
  const escaped = text.charAt(at + 1);
  if (escaped === 'u') return /^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return escaped !== '' && '"\\/bfnrt'.includes(escaped) ? 2 : 0;
}

function found(text: string, at: number): string {
  const character = text.codePointAt(at);
  if (character === undefined) return 'the end of the file';
  if (character === LF || character === CR) return 'a line end';
  if (character <= CONTROL) return `the control character U+${character.toString(16).toUpperCase().padStart(4, '0')}`;
  const word = /^[\w.+-]{1,20}/.exec(text.slice(at, at + 20))?.[0];
  return `\`${word ?? String.fromCodePoint(character)}\``;
}
