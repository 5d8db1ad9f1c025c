import { LF } from './python-bytes';

/** A set of names, as bits: each name sets two of 512, so that what is not in the set is seldom taken for what is. */
const SET = memory.data(64, 4);

const I: i8 = 0x69;
const M: i8 = 0x6d;
const P: i8 = 0x70;
const ORT: u32 = 0x74726f; // "ort", and what stands behind it
const OPENING: u8 = 0x28;
const CLOSING: u8 = 0x29;

/**
 * The set of all names that an import statement between `start` and `end` may mention: all words that stand on a line with
 * `import`, or behind it in brackets. More than those it names are in it; none is left out.
 */
export function importedNames(start: usize, end: usize): usize {
  memory.fill(SET, 0, 64);
  let done = start;
  for (let at = start; at < end; at += 16) {
    let places = i8x16.bitmask(
      v128.and(
        v128.and(i8x16.eq(v128.load(at), i8x16.splat(I)), i8x16.eq(v128.load(at, 1), i8x16.splat(M))),
        i8x16.eq(v128.load(at, 2), i8x16.splat(P)),
      ),
    );
    for (; places !== 0; places &= places - 1) {
      const word = at + ctz(places);
      if (word < done || word + 6 > end || (load<u32>(word, 3) & 0xffffff) !== ORT) continue;
      done = addStatement(lineStart(word, done), word + 6, end);
    }
  }
  return SET;
}

function lineStart(at: usize, start: usize): usize {
  while (at > start && load<u8>(at - 1) !== LF) at--;
  return at;
}

/** @returns its end */
function addStatement(start: usize, behind: usize, end: usize): usize {
  let next = behind;
  while (next < end && (load<u8>(next) === 0x20 || load<u8>(next) === 0x09)) next++;
  const last = next < end && load<u8>(next) === OPENING ? CLOSING : LF;
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
