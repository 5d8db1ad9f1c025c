import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ByteFlag, createScanner } from '../../src/batch/scanner.js';

function scanner(...words: readonly string[]) {
  const made = createScanner(words.map((word, index) => [word, 1 << index]));
  if (made === undefined) throw new Error('this processor is too old for the test');
  return made;
}

describe('words in bytes', () => {
  const words = ['asyncio', 'async', 'run_until_complete', 'trio', 'uvloop', 'event_loop', '\\u006'];
  const { find } = scanner(...words);
  const named = (text: string) => words.filter((_, index) => (find(Buffer.from(text)) & (1 << index)) !== 0);

  it.each([
    ['', []],
    ['asyn', []],
    ['sync io', []],
    ['asyncio', ['asyncio', 'async']],
    ['trio', ['trio']],
    ['é\\u0061 matriosh', ['trio', '\\u006']],
    ['get_event_loop().run_until_complete', ['run_until_complete', 'event_loop']],
  ])('%j', (text, found) => {
    expect(named(text)).toEqual(found);
  });

  it.each(words)('%s at each place of a text, and nowhere else', (word) => {
    for (let before = 0; before < 70; before++) {
      const text = `${'-'.repeat(before)}${word}`;
      expect(named(text)).toContain(word);
      expect(named(`${text}---`)).toContain(word);
      // What an earlier text has left behind is not there.
      expect(named(text.slice(0, -1))).not.toContain(word);
    }
  });

  it('and whether a byte is no ASCII, or 0, at each place of a text', () => {
    for (let length = 1; length < 40; length++) {
      for (let at = 0; at < length; at++) {
        const text = Buffer.alloc(length, 'x');
        // What lies behind does not count.
        find(Buffer.alloc(length + 40, at % 2 === 0 ? 0 : 255));
        expect(find(text)).toBe(0);
        text[at] = 0;
        expect(find(text)).toBe(ByteFlag.nul);
        text[at] = 128;
        expect(find(text)).toBe(ByteFlag.high);
      }
    }
  });

  it('across the slices of a long text', () => {
    for (let before = 256 * 1024 - 50; before < 256 * 1024 + 5; before++) {
      expect(named(`${' '.repeat(before)}run_until_complete${' '.repeat(900_000)}`)).toEqual(['run_until_complete']);
    }
  });
});

it('code without its comments and long strings', () => {
  const { blankStrings } = scanner('async');
  expect(blankStrings(Buffer.from('x = "a long string" # why\ny = f"{await c()} and more"\n"""open'))).toBe(
    'x = ""  \ny = f"{await c()} and more"\n"""open',
  );
  const strings = `'''of a long text'''\n`.repeat(100_000);
  expect(blankStrings(Buffer.from(strings)) === `''\n`.repeat(100_000)).toBe(true);
});

it('is what assembly/ is compiled to', () => {
  const script = join(__dirname, '../../scripts/build-assembly.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script, '--check'], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
