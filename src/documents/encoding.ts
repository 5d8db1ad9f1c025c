import { Buffer, isUtf8 } from 'node:buffer';
import { findCodec } from './codecs.js';
import { DocumentError } from './document.js';
import { lineTable } from './lines.js';
import { singleByteTable } from './single-byte.js';

export interface Decoded {
  /** A UTF-8 byte order mark stays: it is the first character, U+FEFF. */
  readonly text: string;
  /** What {@link encode} wants to hear to give the same bytes again. */
  readonly encoding: string;
}

/**
 * Bytes as Python reads them (PEP 263): by byte order mark, else by the cookie in the first two lines, else as strict UTF-8.
 * Never a guess: what cannot be turned into text and back, byte for byte, is refused.
 *
 * @throws {DocumentError} LS101, at the place that is to blame.
 */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  refuseWideMarks(buffer);
  const nul = buffer.indexOf(0);
  if (nul !== -1) throw problem(buffer, nul, 'it holds a NUL byte');

  const bom = buffer.subarray(0, 3).equals(BYTE_ORDER_MARK);
  const cookie = findCookie(buffer, bom ? 3 : 0);
  const codec = cookie === undefined ? 'utf-8' : findCodec(cookie.name);
  if (cookie !== undefined) {
    const named = `\`${cookie.name}\`, named in line ${cookie.line},`;
    if (codec === undefined) throw refusal(cookie, `${named} is no encoding that can be read here`);
    if (bom && codec !== 'utf-8') throw refusal(cookie, `${named} contradicts the UTF-8 byte order mark`);
  }
  if (codec === undefined || codec === 'utf-8') {
    if (!isUtf8(buffer)) throw invalidByte(buffer, firstInvalid(buffer), 'UTF-8');
    return { text: buffer.toString('utf8'), encoding: 'utf-8' };
  }
  return { text: decodeSingleBytes(buffer, codec), encoding: codec };
}

/** The exact inverse of {@link decode}. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(text, 'utf8');
  const { bytes } = singleByteTable(encoding);
  const buffer = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const byte = unit < 128 ? unit : bytes.get(unit);
    if (byte === undefined) throw new DocumentError('LS101', [`\`${encoding}\` cannot hold \`${text.charAt(at)}\``]);
    buffer[at] = byte;
  }
  return buffer;
}

interface Cookie {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** `# -*- coding: latin-1 -*-`, `# vim: set fileencoding=cp1252 :`; in the second line only below a comment or an empty line. */
function findCookie(buffer: Buffer, start: number): Cookie | undefined {
  const head = buffer.subarray(start, start + 10_000).toString('latin1');
  const lines = head.split(/\r\n?|\n/, 2);
  for (const [index, line] of lines.entries()) {
    const found = /^([ \t\f]*#.*?coding[:=][ \t]*)([-\w.]+)/.exec(line);
    if (found !== null) return { name: found[2] ?? '', line: index + 1, column: (found[1]?.length ?? 0) + 1 };
    if (!/^[ \t\f]*(?:#|$)/.test(line)) return undefined;
  }
  return undefined;
}

function decodeSingleBytes(buffer: Buffer, codec: string): string {
  const text = buffer.toString('latin1');
  const { characters } = singleByteTable(codec);
  return text.replace(/[\u0080-\u00ff]/g, (byte: string, at: number) => {
    const character = characters.get(byte.charCodeAt(0));
    if (character === undefined) throw invalidByte(buffer, at, codec);
    return character;
  });
}

function refuseWideMarks(buffer: Buffer): void {
  const [a, b, c, d] = buffer;
  const little = a === 0xff && b === 0xfe;
  const big = a === 0xfe && b === 0xff;
  if ((little && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw new DocumentError('LS101', ['it is UTF-32, which Python does not read either']);
  }
  if (little || big) throw new DocumentError('LS101', ['it is UTF-16, which Python does not read either']);
}

/** Only asked for where there is one. */
function firstInvalid(buffer: Buffer): number {
  let [low, high] = [0, buffer.length];
  // The longest prefix that is valid, not counting a character that the cut went through.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isUtf8(wholeCharacters(buffer, middle))) low = middle;
    else high = middle - 1;
  }
  return wholeCharacters(buffer, low).length;
}

/** The first `length` bytes, less a character begun at their end. */
function wholeCharacters(buffer: Buffer, length: number): Buffer {
  let start = length - 1;
  while (start > length - 4 && start > 0 && ((buffer[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  const lead = buffer[start] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return buffer.subarray(0, start >= 0 && start + size > length ? start : length);
}

function invalidByte(buffer: Buffer, at: number, encoding: string): DocumentError {
  const byte = `0x${(buffer[at] ?? 0).toString(16).padStart(2, '0')}`;
  return problem(buffer, at, `byte ${byte} is not valid in ${encoding}`);
}

function problem(buffer: Buffer, at: number, message: string): DocumentError {
  const before = buffer
    .subarray(0, at)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const { line, column } = lineTable(before).position(before.length);
  return new DocumentError('LS101', [message], line, column);
}

function refusal(cookie: Cookie, message: string): DocumentError {
  return new DocumentError('LS101', [message], cookie.line, cookie.column);
}

const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
