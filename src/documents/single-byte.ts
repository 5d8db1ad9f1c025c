import { TextDecoder } from 'node:util';

/** Byte to character and back, for the bytes above 0x7f. One to one. */
export interface SingleByteTable {
  readonly characters: ReadonlyMap<number, string>;
  /** By UTF-16 unit. */
  readonly bytes: ReadonlyMap<number, number>;
}

/**
 * The upper half of a single-byte encoding, as the platform's own decoder has it, so that names read right in messages
 * and non-ASCII identifiers are letters to the parser. An encoding that the platform does not know (`cp437`) is read as
 * Latin-1: the letters are wrong then, the bytes are the same.
 */
export function singleByteTable(codec: string): SingleByteTable {
  const known = tables.get(codec);
  if (known !== undefined) return known;
  const table = makeTable(codec);
  tables.set(codec, table);
  return table;
}

const tables = new Map<string, SingleByteTable>();

function makeTable(codec: string): SingleByteTable {
  const characters = new Map<number, string>();
  const bytes = new Map<number, number>();
  const decoder = findDecoder(codec);
  for (let byte = 128; byte < 256 && codec !== 'ascii'; byte += 1) {
    const control = byte < 0xa0 ? controlCharacters(codec)?.[byte - 128] : undefined;
    const character = control ?? decoder?.decode(Uint8Array.of(byte)) ?? String.fromCharCode(byte);
    // U+FFFD: the encoding has no such byte, and Python refuses it too.
    if (character === '\uFFFD') continue;
    characters.set(byte, character);
    bytes.set(character.charCodeAt(0), byte);
  }
  return { characters, bytes };
}

/** The web's labels differ: its `iso-8859-1`, `-9` and `-11` are Windows code pages, equal but for the control characters. */
function controlCharacters(codec: string): string | undefined {
  if (codec.startsWith('iso8859-')) return CONTROLS;
  // Node 20 decodes windows-1252 as if it were Latin-1.
  return codec === 'cp1252' ? CP1252 : undefined;
}

function findDecoder(codec: string): TextDecoder | undefined {
  if (codec === 'ascii' || codec === 'iso8859-1') return undefined;
  const label = LABELS[codec] ?? codec.replace(/^iso8859-/, 'iso-8859-').replace(/^cp125/, 'windows-125');
  try {
    return new TextDecoder(label);
  } catch {
    return undefined;
  }
}

const CONTROLS = String.fromCharCode(...Array.from({ length: 32 }, (_, index) => index + 0x80));

const CP1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const LABELS: Readonly<Record<string, string>> = {
  cp866: 'ibm866',
  cp874: 'windows-874',
  koi8_r: 'koi8-r',
  koi8_u: 'koi8-u',
  mac_roman: 'macintosh',
  mac_cyrillic: 'x-mac-cyrillic',
};
