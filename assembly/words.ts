/**
 * Which of a few words stand in a text, in one pass over it, whatever their number.
 *
 * As Hyperscan and ripgrep do it ("Teddy"): each word has a gram of four bytes that is rare in other text, and each gram
 * belongs to one of eight buckets. Of each of the four bytes, two tables of sixteen say by its lower and by its upper half which
 * buckets it may belong to: what all eight answers have in common is what may begin here, for sixteen places at a time.
 * What is left, one place in dozens, is compared.
 */
const TABLES = memory.data(128, 16);

/** By a hash of their gram, the first of a chain of words. */
const CHAINS = memory.data(4096, 4);

const MOST_WORDS: u32 = 128;
const SIZE: u32 = 64;
const words = memory.data(8192, 4);
let count: u32 = 0;
let grams: u32 = 0;

/** What a word is made of, in order. */
enum Of {
  gram = 0,
  /** How many of its bytes stand before its gram. */
  before = 4,
  length = 8,
  flag = 12,
  /** The next word in its chain. */
  next = 16,
  bytes = 20,
}

/**
 * Takes the word at `at`, of four bytes to forty.
 *
 * @param flag what {@link find} is to say of it: one bit
 */
export function addWord(at: usize, length: u32, flag: u32): void {
  if (count === MOST_WORDS || length < 4 || length > SIZE - Of.bytes) unreachable();
  const word = words + SIZE * count++;
  const before = gramIn(at, length);
  const gram = load<u32>(at + before);
  const chain = chainOf(gram);
  if (!isKnown(gram)) enter(gram);
  store<u32>(word, gram, Of.gram);
  store<u32>(word, before, Of.before);
  store<u32>(word, length, Of.length);
  store<u32>(word, flag, Of.flag);
  store<u32>(word, load<u32>(chain), Of.next);
  memory.copy(word + Of.bytes, at, length);
  store<u32>(chain, <u32>word);
}

/** Where a word's gram begins: one that another word has, too, or else the rarest. */
function gramIn(word: usize, length: u32): u32 {
  let best: u32 = 0;
  let most: u32 = 0;
  for (let at: u32 = 0; at + 4 <= length; at++) {
    const gram = load<u32>(word + at);
    if (isKnown(gram)) return at;
    const rarity = rarityOf(gram);
    if (rarity < most) continue;
    most = rarity;
    best = at;
  }
  return best;
}

/** The more common a letter is in code, the further in front. */
const COMMON = 'etaoinsrhldcumfpg_wybvkx';

function rarityOf(gram: u32): u32 {
  let rarity: u32 = 0;
  for (let shift: u32 = 0; shift < 32; shift += 8) {
    let rank = 0;
    while (rank < COMMON.length && COMMON.charCodeAt(rank) !== <i32>((gram >> shift) & 255)) rank++;
    rarity += rank;
  }
  return rarity;
}

function isKnown(gram: u32): bool {
  for (let word = load<u32>(chainOf(gram)); word !== 0; word = load<u32>(word, Of.next)) {
    if (load<u32>(word, Of.gram) === gram) return true;
  }
  return false;
}

function enter(gram: u32): void {
  const bucket: u8 = 1 << (<u8>(grams++ & 7));
  for (let n: u32 = 0; n < 4; n++) {
    const byte = (gram >> (8 * n)) & 255;
    mark(TABLES + 32 * n + (byte & 15), bucket);
    mark(TABLES + 32 * n + 16 + (byte >> 4), bucket);
  }
}

function mark(at: usize, bucket: u8): void {
  store<u8>(at, load<u8>(at) | bucket);
}

function chainOf(gram: u32): usize {
  return CHAINS + (((gram * 0x9e3779b1) >> 22) << 2);
}

/** Flags of what is no word: a byte of 0, and one that is not ASCII. */
const NUL: u32 = 1 << 28;
const HIGH: u32 = 1 << 29;

/** The flags of the words, and of the bytes, that stand from `start` to `end`; up to 19 bytes behind are read, too. */
export function find(start: usize, end: usize): u32 {
  const lower0 = v128.load(TABLES, 0);
  const upper0 = v128.load(TABLES, 16);
  const lower1 = v128.load(TABLES, 32);
  const upper1 = v128.load(TABLES, 48);
  const lower2 = v128.load(TABLES, 64);
  const upper2 = v128.load(TABLES, 80);
  const lower3 = v128.load(TABLES, 96);
  const upper3 = v128.load(TABLES, 112);
  let found: u32 = 0;
  let least = i8x16.splat(-1);
  let all = i8x16.splat(0);
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at, 0);
    if (at + 16 <= end) {
      least = i8x16.min_u(least, bytes);
      all = v128.or(all, bytes);
    }
    const first = v128.and(bucketsOf(bytes, lower0, upper0), bucketsOf(v128.load(at, 1), lower1, upper1));
    const last = v128.and(bucketsOf(v128.load(at, 2), lower2, upper2), bucketsOf(v128.load(at, 3), lower3, upper3));
    const both = v128.and(first, last);
    if (!v128.any_true(both)) continue;
    let places = i8x16.bitmask(i8x16.ne(both, i8x16.splat(0)));
    for (; places !== 0; places &= places - 1) found |= flagsAt(at + ctz(places), start, end);
  }
  if (!i8x16.all_true(least)) found |= NUL;
  if (i8x16.bitmask(all) !== 0) found |= HIGH;
  for (let at = end - ((end - start) & 15); at < end; at++) {
    const byte = load<u8>(at);
    if (byte === 0) found |= NUL;
    if (byte > 127) found |= HIGH;
  }
  return found;
}

function bucketsOf(bytes: v128, lower: v128, upper: v128): v128 {
  return v128.and(i8x16.swizzle(lower, v128.and(bytes, i8x16.splat(15))), i8x16.swizzle(upper, i8x16.shr_u(bytes, 4)));
}

/** @param at where a gram may begin */
function flagsAt(at: usize, start: usize, end: usize): u32 {
  const gram = load<u32>(at);
  let found: u32 = 0;
  for (let word = load<u32>(chainOf(gram)); word !== 0; word = load<u32>(word, Of.next)) {
    const first = at - load<u32>(word, Of.before);
    const length = load<u32>(word, Of.length);
    const isWithin = load<u32>(word, Of.gram) === gram && first >= start && first + length <= end;
    if (isWithin && memory.compare(first, word + Of.bytes, length) === 0) found |= load<u32>(word, Of.flag);
  }
  return found;
}
