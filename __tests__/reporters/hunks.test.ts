import { applyPatch, formatPatch, parsePatch } from 'diff';
import fc from 'fast-check';
import { hunks } from '../../src/reporters/hunks.js';
import type { Edit } from '../../src/text.js';

describe('hunks', () => {
  it('are none where nothing is edited', () => {
    expect(hunks('a\nb\n', [])).toEqual([]);
    expect(hunks('', [])).toEqual([]);
  });

  it('are none where an edit writes what stood there', () => {
    expect(hunks('a\nb\n', [{ start: 2, end: 3, text: 'b' }])).toEqual([]);
  });

  it('show a changed line between three lines of context', () => {
    const text = '1\n2\n3\n4\n5\n6\n7\n8\n9\n';
    expect(show(text, [{ start: 8, end: 9, text: 'five' }])).toBe(
      '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n',
    );
  });

  it('leave the line alone that an inserted line stands in front of', () => {
    expect(show('a\nb\n', [{ start: 2, end: 2, text: 'new\n' }])).toBe('@@ -1,2 +1,3 @@\n a\n+new\n b\n');
  });

  it('leave the line alone that follows a removed one', () => {
    expect(show('a\nb\nc\n', [{ start: 2, end: 4, text: '' }])).toBe('@@ -1,3 +1,2 @@\n a\n-b\n c\n');
  });

  it('keep removed lines together where every line is indented', () => {
    const edits = [0, 2, 4].map((start) => ({ start, end: start, text: '    ' }));
    expect(show('a\nb\nc\n', edits)).toBe('@@ -1,3 +1,3 @@\n-a\n-b\n-c\n+    a\n+    b\n+    c\n');
  });

  it('show only what differs inside a replaced block', () => {
    expect(show('a\nb\nc\nd\n', [{ start: 0, end: 8, text: 'A\nb\nc\nD\n' }])).toBe(
      '@@ -1,4 +1,4 @@\n-a\n+A\n b\n c\n-d\n+D\n',
    );
  });

  it('join changes that share their context, and part those that do not', () => {
    const text = Array.from({ length: 30 }, (_, index) => `${index % 10}\n`).join('');
    const at = (line: number): Edit => ({ start: line * 2, end: line * 2 + 1, text: 'x' });
    expect(hunks(text, [at(0), at(7)])).toHaveLength(1);
    expect(hunks(text, [at(0), at(8)])).toHaveLength(2);
  });

  it('mark a last line without a line end', () => {
    expect(show('a', [{ start: 0, end: 1, text: 'b' }])).toBe(
      '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n',
    );
    expect(show('a\nb', [{ start: 0, end: 1, text: 'x' }])).toContain(' b\n\\ No newline at end of file\n');
    expect(show('a', [{ start: 1, end: 1, text: '\n' }])).toBe(
      '@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n',
    );
  });

  it('keep carriage returns, and take no other character for a line end', () => {
    expect(show('a\r\nb\u2028c\f\r\n', [{ start: 0, end: 1, text: 'x' }])).toBe(
      '@@ -1,2 +1,2 @@\n-a\r\n+x\r\n b\u2028c\f\r\n',
    );
  });

  it('start a new file at line 0', () => {
    expect(show('', [{ start: 0, end: 0, text: 'a\n' }])).toBe('@@ -0,0 +1,1 @@\n+a\n');
  });

  it('take a block of 5,000 indented lines', () => {
    const text = 'value = compute(1, 2, 3)\n'.repeat(5000);
    const edits = Array.from({ length: 5000 }, (_, index) => ({ start: index * 25, end: index * 25, text: '    ' }));
    expect(hunks(text, edits)[0]?.lines).toHaveLength(10_000);
  });

  it('give the edited text when they are applied', () => {
    fc.assert(
      fc.property(edited(), ([text, edits]) => {
        const output = splice(text, edits);
        const patch = parsePatch(`--- a\n+++ b\n${show(text, edits)}`)[0];
        // A line in, and the same line out further down: nothing has changed, but each edit may be shown.
        if (text === output && show(text, edits) === '') return true;
        // applyPatch adds a line end to an empty text.
        if (text === '' || patch === undefined) return true;
        return applyPatch(text, patch) === output;
      }),
      { numRuns: 2000 },
    );
  });
});

function show(text: string, edits: readonly Edit[]): string {
  const parts = [...hunks(text, edits)];
  if (parts.length === 0) return '';
  const header = { includeIndex: false, includeUnderline: false, includeFileHeaders: false };
  return formatPatch({ oldFileName: '', newFileName: '', oldHeader: '', newHeader: '', hunks: parts }, header);
}

function splice(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .reverse()
    .reduce((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

/** Texts of short lines, with edits in order that do not overlap. */
function edited(): fc.Arbitrary<readonly [string, readonly Edit[]]> {
  const piece = fc.constantFrom('a', 'b', '\n', '\n', 'c\n', '\r\n', '');
  const some = (maxLength: number) => fc.array(piece, { maxLength }).map((pieces) => pieces.join(''));
  return fc.tuple(some(40), fc.array(fc.tuple(fc.nat(60), fc.nat(6), some(4)), { maxLength: 6 })).map(([text, raw]) => {
    const edits: Edit[] = [];
    const places = raw.map(([start, length, written]) => ({ start: Math.min(start, text.length), length, written }));
    for (const { start, length, written } of places.sort((a, b) => a.start - b.start)) {
      if (start < (edits.at(-1)?.end ?? 0)) continue;
      edits.push({ start, end: Math.min(text.length, start + length), text: written });
    }
    return [text, edits] as const;
  });
}
