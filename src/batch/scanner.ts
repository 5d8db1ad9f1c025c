import { code } from './scanner-code.js';

/** What is asked of the bytes of thousands of files, answered by WebAssembly (`assembly/`): it is fast from the first file on. */
export interface Scanner {
  /** The flags of all words that the bytes hold, and of {@link ByteFlag}. */
  find(bytes: Uint8Array): number;
  /** Whether `await` may stand outside `async def`. */
  hasAwaitOutsideAsync(bytes: Uint8Array): boolean;
  /** The code of a file, as Latin-1: comments, and strings that hold no code of their own, give way to blanks. */
  blankStrings(bytes: Uint8Array): string;
  /** The set of names that may be mentioned where another file is imported or run, as {@link WORDS_OF_SET} numbers; good until the next call. */
  importedNames(bytes: Uint8Array): Uint32Array;
}

/** What {@link Scanner.find} tells besides words, which have the lower bits. */
export enum ByteFlag {
  nul = 1 << 28,
  /** Not ASCII. */
  high = 1 << 29,
}

/** Of 32 bits each. A set that may hold a name has all the bits that are set where it is the only one. */
export const WORDS_OF_SET = 16;

interface Exports {
  readonly memory: WebAssembly.Memory;
  room(length: number): number;
  addWord(at: number, length: number, flag: number): void;
  find(start: number, end: number): number;
  hasAwaitOutsideAsync(start: number, end: number): number;
  blankStrings(start: number, end: number, to: number): number;
  importedNames(start: number, end: number): number;
}

/**
 * @param words of four ASCII characters or more, and a bit that stands for each
 * @returns `undefined` where the processor is too old for it (x86 without SSE 4.1)
 */
export function createScanner(words: readonly (readonly [word: string, flag: number])[]): Scanner | undefined {
  const exports = instantiate();
  if (exports === undefined) return undefined;
  const { memory, room, addWord, find, hasAwaitOutsideAsync, blankStrings, importedNames } = exports;
  let view = Buffer.alloc(0);
  const start = load(new Uint8Array(SLICE));
  for (const [word, flag] of words) addWord(load(Buffer.from(word, 'latin1')), word.length, flag);

  /** Copies the bytes to where they are looked at, with as much `room` behind them. */
  function load(bytes: Uint8Array, own = 0): number {
    const at = room(bytes.length + own + BEHIND);
    // Growing takes the old buffer away.
    if (view.length !== memory.buffer.byteLength) view = Buffer.from(memory.buffer);
    view.set(bytes, at);
    return at;
  }

  return {
    find(bytes) {
      if (bytes.length <= SLICE) return find(load(bytes), start + bytes.length);
      let found = 0;
      for (let at = 0; at < bytes.length; at += SLICE - LONGEST) {
        const slice = bytes.subarray(at, at + SLICE);
        found |= find(load(slice), start + slice.length);
      }
      return found;
    },
    hasAwaitOutsideAsync: (bytes) => hasAwaitOutsideAsync(load(bytes), start + bytes.length) !== 0,
    blankStrings(bytes) {
      const to = load(bytes, bytes.length) + bytes.length;
      return view.toString('latin1', to, blankStrings(start, to, to));
    },
    importedNames(bytes) {
      const end = load(bytes) + bytes.length;
      return new Uint32Array(memory.buffer, importedNames(start, end), WORDS_OF_SET);
    },
  };
}

/** In bytes: of a large notebook, no more than this is copied at once. */
const SLICE = 256 * 1024;
/** Bytes of the longest word. */
const LONGEST = 40;
/** Bytes that are read behind the end, whatever they are. */
const BEHIND = 32;

function instantiate(): Exports | undefined {
  try {
    const module = new WebAssembly.Module(Buffer.from(code, 'base64'));
    return new WebAssembly.Instance(module).exports as unknown as Exports;
  } catch {
    return undefined;
  }
}
