import fc from 'fast-check';
import { DocumentError } from '../../src/documents/document.js';
import { jsonReader, rawOffsets } from '../../src/documents/json.js';

/** The whole text, passed over. */
const skip = (text: string): void => {
  const json = jsonReader(text);
  json.skip();
  json.finish();
};

const problem = (text: string): readonly [string, number, number] | undefined => {
  try {
    skip(text);
  } catch (error) {
    if (error instanceof DocumentError) return [error.data.join(' '), error.line, error.column];
    throw error;
  }
  return undefined;
};

const parses = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  'null',
  ' true ',
  'false',
  '0',
  '-0.5e+10',
  '""',
  '"\\u00e9\\n\\/"',
  '[]',
  '{}',
  '[1, [2, {"a": []}], "x"]',
  '{"a": {"b": [1, 2, {}]}, "": null}\r\n\t',
])('JSON is passed: %s', (text) => {
  expect(parses(text)).toBe(true);
  expect(problem(text)).toBeUndefined();
});

test("NaN and the infinities, which Python's json writes into outputs, are passed", () => {
  expect(problem('{"a": [NaN, -Infinity, Infinity]}')).toBeUndefined();
});

test.each([
  ['', 'expected a value, found the end of the file', 1, 1],
  ['[1,]', 'expected a value, found `]`', 1, 4],
  ['{"a": 1,}', 'expected a member name in double quotes, found `}`', 1, 9],
  ['{a: 1}', 'expected a member name in double quotes, found `a`', 1, 2],
  ["{'a': 1}", "expected a member name in double quotes, found `'`", 1, 2],
  ['{"a" 1}', 'expected `:`, found `1`', 1, 6],
  ['[1 2]', 'expected `,` or `]`, found `2`', 1, 4],
  ['[1}', 'expected `,` or `]`, found `}`', 1, 3],
  ['{"a": [1, 2}', 'expected `,` or `]`, found `}`', 1, 12],
  ['{"a": 1', 'expected `,` or `}`, found the end of the file', 1, 8],
  ['[01]', 'expected a value, found `01`', 1, 2],
  ['[1.]', 'expected a value, found `1.`', 1, 2],
  ['[-]', 'expected a value, found `-`', 1, 2],
  ['[truex]', 'expected a value, found `truex`', 1, 2],
  ['"a', 'expected the end of the string, found the end of the file', 1, 3],
  ['\n["é😀a\nb"]', 'expected the end of the string, found a line end', 2, 6],
  ['"a\tb"', 'expected the end of the string, found the control character U+0009', 1, 3],
  ['"\\x"', 'expected a JSON escape, found `\\`', 1, 2],
  ['"\\u12g4"', 'expected a JSON escape, found `\\`', 1, 2],
  ['{} {}', 'expected the end of the file, found `{`', 1, 4],
  ['<<<<<<< HEAD', 'expected a value, found `<`', 1, 1],
  ['\uFEFF[x]', 'expected a value, found `x`', 1, 2],
  ['[1]\u00a0', 'expected the end of the file, found `\u00a0`', 1, 4],
])('what is no JSON is told at its place: %j', (text, message, line, column) => {
  expect(parses(text.replace(/^\uFEFF/, ''))).toBe(false);
  expect(problem(text)).toEqual([message, line, column]);
});

test('depth is no matter', () => {
  const depth = 500_000;
  expect(problem('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
  expect(problem('{"a":'.repeat(depth))?.[0]).toBe('expected a value, found the end of the file');
});

test('values are read where they stand', () => {
  const text = ' {"a": ["x\\ny", 1], "b": {"c": null}, "a": "z"}';
  const json = jsonReader(text);
  const seen: string[] = [];
  const whole = json.object((key) => {
    seen.push(`${key}:${json.kind()}`);
    if (json.kind() === 'array') {
      json.array((index) => {
        if (index > 0) json.skip();
        else expect(json.string()).toEqual({ start: 8, end: 14, value: 'x\ny' });
      });
    } else if (json.kind() === 'object') {
      const range = json.object(() => expect(json.skip()).toEqual({ start: 31, end: 35 }));
      expect(text.slice(range.start, range.end)).toBe('{"c": null}');
    } else expect(json.string().value).toBe('z');
  });
  json.finish();
  expect(seen).toEqual(['a:array', 'b:object', 'a:string']);
  expect(whole).toEqual({ start: 1, end: text.length });
});

test('each character of a string is known by its place', () => {
  const text = '"a\\n\\u00e9\\\\😀"';
  const string = jsonReader(text).string();
  expect(string.value).toBe('a\né\\😀');
  expect(rawOffsets(text, string)).toEqual([1, 2, 4, 10, 12, 13, 14]);
});

test('JSON.parse agrees on any text', () => {
  const piece = fc.constantFrom(
    ...'{}[]:,"\\ \n01-.eE+tnu'.split(''),
    '"a"',
    'null',
    'true',
    '1',
    '"b":',
    '\\u0041',
    '\u2028',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      ),
      (text) => {
        expect(problem(text) === undefined).toBe(parses(text));
      },
    ),
    { numRuns: 5000 },
  );
});
