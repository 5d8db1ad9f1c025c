import MagicString from 'magic-string';
import type { Edit } from '../text.js';

/**
 * The text with the edits made. Insertions at one place come in the order given, before a replacement that starts there.
 * Edits that overlap are a bug in whoever made them: they throw, since magic-string itself drops some in silence.
 */
export function spliceEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const spliced = new MagicString(text);
  let at = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new Error(`edit ${edit.start}-${edit.end} overlaps another one, or leaves the text`);
    }
    if (edit.start === edit.end) spliced.appendLeft(edit.start, edit.text);
    else if (edit.text === '') spliced.remove(edit.start, edit.end);
    else spliced.update(edit.start, edit.end, edit.text);
    at = edit.end;
  }
  return spliced.toString();
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
