import type { Result } from '../result.js';
import type { Edit } from '../text.js';

/**
 * What a result changes, as edits of the file's text: of the JSON, for a notebook. They give `result.output` exactly; a raw
 * diff and a SARIF fix are built from them.
 */
export function sourceEdits(result: Result): readonly Edit[] {
  const { source, output, document } = result;
  if (output === source.text) return [];
  if (document === undefined) return [difference(source.text, output)];
  for (const clearErrors of [[], convertedCells(result)]) {
    const edits = [...document.sourceEdits(result.edits, { clearErrors })].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
    if (apply(source.text, edits) === output) return edits;
  }
  return [difference(source.text, output)];
}

function convertedCells(result: Result): readonly number[] {
  const converted = result.sites.filter((site) => site.status === 'converted');
  return [...new Set(converted.map((site) => result.document?.cellAt(site.at.start).index ?? 0))];
}

function apply(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

/** The one edit between what two texts share at both ends. */
export function difference(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}
