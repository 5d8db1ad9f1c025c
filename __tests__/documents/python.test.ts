import { openDocument } from '../../src/documents/index.js';

const open = (text: string, path = 'a.py') => openDocument({ path, text });

describe('a plain Python file', () => {
  test.each(['', 'x', 'x = 1\n', 'x\r\ny\r\n', '\uFEFFx\n', '\fx\n\ty', 'a\rb\r', '\uFEFF'])(
    'comes back as it was: %j',
    (text) => {
      const document = open(text);
      expect(document.splice([])).toBe(text);
      expect(document.masked).toBe(document.code);
      expect(document.cells).toEqual([
        { start: 0, end: document.code.length, kind: 'code', index: 1, tags: [], python: true },
      ]);
      expect(document.interactive).toBe(false);
      expect(document.format).toBe('python');
    },
  );

  test('starts its code behind a byte order mark', () => {
    const document = open('\uFEFFimport x\n');
    expect(document.code).toBe('import x\n');
    expect(document.sourceEdits([{ start: 0, end: 6, text: 'y' }])).toEqual([{ start: 1, end: 7, text: 'y' }]);
    expect(document.splice([{ start: 7, end: 8, text: 'zz' }])).toBe('\uFEFFimport zz\n');
    expect(document.locate(0)).toEqual({ path: 'a.py', line: 1, column: 1 });
  });

  test('counts lines as Python does and columns in code points', () => {
    const document = open('a\r\nb\rc\n\fd😀e\n');
    const place = (text: string) => {
      const { line, column } = document.locate(document.code.indexOf(text));
      return [line, column];
    };
    expect(place('a')).toEqual([1, 1]);
    expect(place('b')).toEqual([2, 1]);
    expect(place('c')).toEqual([3, 1]);
    expect(place('d')).toEqual([4, 2]);
    expect(place('e')).toEqual([4, 4]);
    expect(document.locate(document.code.length)).toEqual({ path: 'a.py', line: 5, column: 1 });
  });

  test('makes insertions in the order given, before a replacement at the same place', () => {
    const edits = [
      { start: 1, end: 2, text: 'B' },
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ];
    expect(open('abc').splice(edits)).toBe('a12Bc');
  });

  test('throws on edits that overlap or leave the text', () => {
    const document = open('abcdef');
    expect(() =>
      document.splice([
        { start: 0, end: 3, text: '' },
        { start: 2, end: 4, text: '' },
      ]),
    ).toThrow('overlaps');
    expect(() => document.splice([{ start: 4, end: 9, text: '' }])).toThrow('leaves the text');
  });

  test('any other name is read as Python too', () => {
    expect(open('x\n', 'tool').format).toBe('python');
    expect(open('x\n', 'a.PYW').format).toBe('python');
  });
});

test('a file whose lines end with a lone CR is read by lines, and written with the same line ends', () => {
  const document = open('\uFEFFa\rb\rc\r');
  expect(document.code).toBe('a\nb\nc\n');
  expect(document.splice([{ start: 2, end: 3, text: 'x\ny' }])).toBe('\uFEFFa\rx\ry\rc\r');
});

test('a lone CR among other line ends stays where no edit is', () => {
  const document = open('a\rb\r\nc\n');
  expect(document.code).toBe('a\nb\r\nc\n');
  expect(document.splice([{ start: 5, end: 6, text: 'x\ny' }])).toBe('a\rb\r\nx\ny\n');
});
