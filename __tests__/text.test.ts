import { lineBreak, lineEnd, lineStart } from '../src/text.js';

it('finds the line that holds an offset', () => {
  const text = 'a = 1\nb = 2\n';
  expect([lineStart(text, 8), lineEnd(text, 8)]).toEqual([6, 12]);
});

it('names the line end used most', () => {
  expect(lineBreak('a\r\nb\r\nc\n')).toBe('\r\n');
  expect(lineBreak('a\nb\r\n')).toBe('\n');
});
