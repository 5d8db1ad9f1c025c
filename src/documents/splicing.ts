import type { Edit } from '../text.js';

/**
 * The text with the edits made. Insertions at one place come in the order given, before a replacement that starts there.
 * Edits that overlap are a bug in whoever made them: they throw.
 */
export function spliceEdits(text: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const edit of inOrder(edits)) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new Error(`edit ${edit.start}-${edit.end} overlaps another one, or leaves the text`);
    }
    pieces.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

export function inOrder(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
