import { DocumentError } from '../../src/documents/document.js';
import { decode, encode } from '../../src/documents/encoding.js';

const bytes = (...parts: readonly (string | readonly number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

const failure = (input: Uint8Array): readonly [string, number, number] => {
  try {
    decode(input);
  } catch (error) {
    if (error instanceof DocumentError) return [error.data.join(' '), error.line, error.column];
    throw error;
  }
  throw new Error('no failure');
};

const BOM = [0xef, 0xbb, 0xbf];
const UPPER = Array.from({ length: 128 }, (_, index) => index + 128);
const ASCII = Array.from({ length: 127 }, (_, index) => index + 1);

describe('UTF-8', () => {
  test.each([
    ['empty', bytes()],
    ['ASCII', bytes(ASCII)],
    ['letters', bytes('# é 😀 \u2028\r\n')],
    ['a byte order mark', bytes(BOM, 'x = 1\n')],
    ['a cookie', bytes('# -*- coding: utf-8 -*-\né\n')],
    ['cookie and byte order mark', bytes(BOM, '# coding: utf-8-sig\né\n')],
    ['a byte order mark within', bytes('a', BOM)],
    ['spellings', bytes('# coding=UTF8\né')],
    ['an editor suffix', bytes('#!/usr/bin/python\n# vim: set fileencoding=utf-8-unix :\né')],
  ])('%s comes back as it was', (_name, input) => {
    const { text, encoding } = decode(input);
    expect(encoding).toBe('utf-8');
    expect(text).toBe(input.toString('utf8'));
    expect(Buffer.from(encode(text, encoding))).toEqual(input);
  });

  test('keeps the byte order mark as the first character', () => {
    expect(decode(bytes(BOM, 'x')).text).toBe('\uFEFFx');
  });

  test('reads a view into a larger buffer', () => {
    expect(decode(bytes('abcdef').subarray(2, 4)).text).toBe('cd');
  });

  test.each([
    [bytes('x\n é = ', [0xe9], '\n'), 'byte 0xe9 is not valid in UTF-8', 2, 6],
    [bytes([0xc3]), 'byte 0xc3 is not valid in UTF-8', 1, 1],
    [bytes('a', [0xf0, 0x9f, 0x98]), 'byte 0xf0 is not valid in UTF-8', 1, 2],
    [bytes('a', [0xed, 0xa0, 0x80]), 'byte 0xed is not valid in UTF-8', 1, 2],
    [bytes('a\r\nb', [0x80], 'c'), 'byte 0x80 is not valid in UTF-8', 2, 2],
    [bytes('x'.repeat(5000), [0xff], 'y'.repeat(5000)), 'byte 0xff is not valid in UTF-8', 1, 5001],
    [bytes(BOM, 'ab', [0xff]), 'byte 0xff is not valid in UTF-8', 1, 3],
    [bytes('a\nb', [0], 'c'), 'it holds a NUL byte', 2, 2],
  ])('that is none is told at its place: %#', (input, message, line, column) => {
    expect(failure(input)).toEqual([message, line, column]);
  });
});

describe('a single-byte encoding', () => {
  const full =
    `latin-1 Latin1 iso-8859-1 iso-latin-1-unix iso-8859-15 latin9 iso8859-2 iso-8859-5 cyrillic iso-8859-9 iso-8859-10
    iso-8859-13 iso-8859-14 iso-8859-16 koi8-r KOI8_U cp437 IBM850 cp866 1256 windows-1256 mac-roman macintosh
    mac-cyrillic ptcp154 l1 8859`.split(/\s+/);
  test.each(full)('%s holds all 256 bytes but NUL', (name) => {
    const input = bytes(`# coding: ${name}\n`, ASCII, UPPER);
    const { text, encoding } = decode(input);
    expect(text).toHaveLength(input.length);
    expect(Buffer.from(encode(text, encoding))).toEqual(input);
  });

  test.each([
    ['latin-1', 0xe9, 'é'],
    ['cp1252', 0x80, '€'],
    ['iso-8859-15', 0xa4, '€'],
    ['iso-8859-9', 0xfd, 'ı'],
    ['koi8-r', 0xc1, 'а'],
    ['cp1251', 0xe0, 'а'],
    ['windows-1250', 0xb9, 'ą'],
    ['cp866', 0xa0, 'а'],
  ])('%s reads byte %i as %s', (name, byte, character) => {
    const input = bytes(`#coding=${name}\n# `, [byte]);
    const { text, encoding } = decode(input);
    expect(text.at(-1)).toBe(character);
    expect(Buffer.from(encode(text, encoding))).toEqual(input);
  });

  test('keeps the bytes it knows, whichever they are', () => {
    for (const name of [
      'cp1250',
      'cp1252',
      'cp1253',
      'cp1255',
      'cp1257',
      'iso-8859-3',
      'iso-8859-6',
      'iso-8859-7',
      'cp874',
    ]) {
      let kept = 0;
      for (const byte of UPPER) {
        const input = bytes(`# coding: ${name}\n`, [byte]);
        let decoded: { text: string; encoding: string } | undefined;
        try {
          decoded = decode(input);
        } catch (error) {
          expect(error).toBeInstanceOf(DocumentError);
          continue;
        }
        expect(Buffer.from(encode(decoded.text, decoded.encoding))).toEqual(input);
        kept += 1;
      }
      expect(kept).toBeGreaterThan(80);
    }
  });

  test('refuses a byte that it does not have', () => {
    expect(failure(bytes('# coding: iso-8859-6\nab', [0xa1]))).toEqual(['byte 0xa1 is not valid in iso8859-6', 2, 3]);
    expect(failure(bytes('# coding: ascii\né'))).toEqual(['byte 0xc3 is not valid in ascii', 2, 1]);
  });

  test('refuses a character that it does not have', () => {
    expect(() => encode('€', 'iso8859-1')).toThrow('cannot hold');
  });
});

describe('a cookie', () => {
  const encodingOf = (text: string) => decode(bytes(text)).encoding;

  test.each([
    ['# coding: latin-1\n', 'iso8859-1'],
    ['\n# coding: latin-1\n', 'iso8859-1'],
    ['#!/bin/sh\r\n# -*- coding: cp1252 -*-\r\n', 'cp1252'],
    ['# x\r# coding:latin-1\r', 'iso8859-1'],
    ['\f # coding=latin-1', 'iso8859-1'],
    ['\uFEFF# coding: utf-8', 'utf-8'],
    // No cookies:
    ['import x\n# coding: latin-1\n', 'utf-8'],
    ['# a\n# b\n# coding: latin-1\n', 'utf-8'],
    ['x = "# coding: latin-1"\n', 'utf-8'],
    ['# coding latin-1\n', 'utf-8'],
    ['{"cells": [{"source": ["# coding: latin-1"]}]}', 'utf-8'],
  ])('%j', (text, encoding) => expect(encodingOf(text)).toBe(encoding));

  test.each([
    ['# coding: shift_jis\n', '`shift_jis`, named in line 1, is no encoding that can be read here', 1, 11],
    ['\n# -*- coding: gbk -*-', '`gbk`, named in line 2, is no encoding that can be read here', 2, 15],
    ['# coding: utf-16\n', '`utf-16`, named in line 1, is no encoding that can be read here', 1, 11],
    ['# coding: nonsense\n', '`nonsense`, named in line 1, is no encoding that can be read here', 1, 11],
    ['# coding: cp932\n', '`cp932`, named in line 1, is no encoding that can be read here', 1, 11],
    ['# coding: utf-7\n', '`utf-7`, named in line 1, is no encoding that can be read here', 1, 11],
    ['\uFEFF# coding: latin-1\n', '`latin-1`, named in line 1, contradicts the UTF-8 byte order mark', 1, 11],
  ])('that cannot be followed is refused: %j', (text, message, line, column) => {
    expect(failure(bytes(text))).toEqual([message, line, column]);
  });

  test.each([
    [[0xff, 0xfe, 0x78, 0], 'it is UTF-16, which Python does not read either'],
    [[0xfe, 0xff, 0, 0x78], 'it is UTF-16, which Python does not read either'],
    [[0xff, 0xfe, 0, 0], 'it is UTF-32, which Python does not read either'],
  ])('of no file that is UTF-16: %j', (input, message) => expect(failure(bytes(input))[0]).toBe(message));
});
