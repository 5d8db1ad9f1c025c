import { LF } from './python-bytes';

/** A set of names, as bits: each name sets two of 512, so that what is not in the set is seldom taken for what is. */
const SET = memory.data(64, 4);

const OPENING: u8 = 0x28;
const CLOSING: u8 = 0x29;

/**
 * The set of all names that a statement between `start` and `end` may mention which imports or runs another file: all words that
 * stand on a line with `import`, or behind it in brackets, and on a line that runs something. More than those it names are in it;
 * none is left out.
 */
export function importedNames(start: usize, end: usize): usize {
  memory.fill(SET, 0, 64);
  let done = start;
  for (let at = start; at < end; at += 16) {
    const first = v128.load(at);
    const second = v128.load(at, 1);
    const third = v128.load(at, 2);
    const either = v128.or(
      v128.or(beginsWith(first, second, third, 'imp'), beginsWith(first, second, third, 'run')),
      v128.or(beginsWith(first, second, third, 'pyt'), beginsWith(first, second, third, 'exe')),
    );
    for (let places = i8x16.bitmask(either); places !== 0; places &= places - 1) {
      const word = at + ctz(places);
      if (word < done) continue;
      if (is(word, 'import', end)) done = addStatement(lineStart(word, done), word + 6, end);
      // %run helpers.py    run_path('helpers.py')    !python helpers.py    !{sys.executable} helpers.py
      else if (runs(word, start, end)) done = addLine(lineStart(word, done), word, end, LF);
    }
  }
  return SET;
}

function beginsWith(first: v128, second: v128, third: v128, letters: string): v128 {
  return v128.and(
    v128.and(i8x16.eq(first, splat(letters, 0)), i8x16.eq(second, splat(letters, 1))),
    i8x16.eq(third, splat(letters, 2)),
  );
}

function splat(letters: string, n: i32): v128 {
  return i8x16.splat(<i8>letters.charCodeAt(n));
}

function runs(word: usize, start: usize, end: usize): bool {
  if (load<u8>(word) === 0x72) return is(word, 'run_path', end) || (word > start && load<u8>(word - 1) === 0x25);
  return is(word, 'python', end) || is(word, 'executable', end);
}

function is(at: usize, word: string, end: usize): bool {
  if (at + word.length > end) return false;
  for (let n = 0; n < word.length; n++) if (load<u8>(at + n) !== word.charCodeAt(n)) return false;
  return true;
}

function lineStart(at: usize, start: usize): usize {
  while (at > start && load<u8>(at - 1) !== LF) at--;
  return at;
}

/** @returns its end */
function addStatement(start: usize, behind: usize, end: usize): usize {
  let next = behind;
  while (next < end && (load<u8>(next) === 0x20 || load<u8>(next) === 0x09)) next++;
  return addLine(start, behind, end, next < end && load<u8>(next) === OPENING ? CLOSING : LF);
}

/** All words from `start` up to the first byte behind `behind` that is `last`; @returns where that stands. */
function addLine(start: usize, behind: usize, end: usize, last: u8): usize {
  let at = start;
  while (at < end) {
    const byte = load<u8>(at);
    if (at >= behind && byte === last) break;
    if (!isWord(byte)) {
      at++;
      continue;
    }
    let hash: u32 = 0x811c9dc5;
    for (; at < end && isWord(load<u8>(at)); at++) hash = (hash ^ load<u8>(at)) * 0x01000193;
    addBit(hash & 511);
    addBit((hash >> 16) & 511);
  }
  return at;
}

function addBit(bit: u32): void {
  const at = SET + (bit >> 3);
  store<u8>(at, load<u8>(at) | ((<u8>1) << (<u8>(bit & 7))));
}

/** As `\w` has it. */
function isWord(byte: u8): bool {
  const letter = byte | 32;
  return (letter >= 0x61 && letter <= 0x7a) || (byte >= 0x30 && byte <= 0x39) || byte === 0x5f;
}
