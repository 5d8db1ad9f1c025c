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
    if (gives(source.text, edits, output)) return edits;
  }
  return [difference(source.text, output)];
}

function convertedCells(result: Result): readonly number[] {
  const converted = result.sites.filter((site) => site.status === 'converted');
  return [...new Set(converted.map((site) => result.document?.cellAt(site.at.start).index ?? 0))];
}

/** Whether the edits make `output` of the text, which may be a notebook of many megabytes: it is not made for that. */
function gives(text: string, edits: readonly Edit[], output: string): boolean {
  let [at, to] = [0, 0];
  const goesOn = (part: string) => {
    const isThere = output.startsWith(part, to);
    to += part.length;
    return isThere;
  };
  for (const edit of edits) {
    if (!goesOn(text.slice(at, edit.start)) || !goesOn(edit.text)) return false;
    at = edit.end;
  }
  return goesOn(text.slice(at)) && to === output.length;
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
