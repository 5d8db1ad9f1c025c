import type { Source } from './documents/document.js';
import type { Rewrite } from './findings.js';
import type { Located, Result, SiteReport } from './result.js';
import type { Edit } from './text.js';

/** What is done to one file: a conversion, a transform. */
export type Step = (source: Source) => Result;

/**
 * Several steps on one file, one after the other on the text. Gives one result, as offsets and places of the text that the
 * first one was given. A step that fails fails the file.
 */
export function applySequence(steps: readonly [Step, ...Step[]], source: Source): Result {
  const [first, ...rest] = steps;
  let result = first(source);
  for (const step of rest) {
    if (result.status === 'failed') return result;
    result = join(result, step({ path: source.path, text: result.output }));
  }
  return result;
}

function join(before: Result, after: Result): Result {
  const { source, document } = before;
  if (document === undefined) return before;
  const pieces = cut(document.code.length, before.edits);
  const back = (offset: number) => originOf(pieces, offset);
  const groups = Math.max(-1, ...before.sites.map((site) => site.group)) + 1;
  const moved = <T extends { readonly at: { readonly start: number; readonly end: number } }>(item: T) => {
    const at = { start: back(item.at.start), end: Math.max(back(item.at.start), back(item.at.end)) };
    return { ...item, at, location: document.locate(at.start) };
  };
  const joined: Result = {
    ...before,
    sites: [
      ...before.sites,
      ...after.sites.map((site): SiteReport => ({ ...moved(site), group: site.group + groups })),
    ],
    diagnostics: withoutRepeats([...before.diagnostics, ...after.diagnostics.map(moved)]),
    unsafeSites: before.unsafeSites + after.unsafeSites,
  };
  if (after.status === 'failed') return { ...joined, output: source.text, status: 'failed', rewrites: [], edits: [] };
  const edits = uncut(document.code.length, spliced(pieces, after.edits));
  const own = after.rewrites.map(moved);
  const rewrites = before.edits.length === 0 ? own : joinRewrites(before.rewrites, own, edits);
  const status = after.output === source.text ? 'unchanged' : 'changed';
  return { ...joined, output: after.output, status, rewrites, edits };
}

/** Edits of two steps may lie inside one another: what both did is then one rewrite. */
function joinRewrites(
  before: readonly Located<Rewrite>[],
  after: readonly Located<Rewrite>[],
  edits: readonly Edit[],
): readonly Located<Rewrite>[] {
  if (after.length === 0) return before;
  const all = [...before, ...after];
  const [first] = all;
  if (first === undefined) return [];
  const summary = [...new Set(all.map((rewrite) => rewrite.summary))].join('; ');
  const safety = all.some((rewrite) => rewrite.safety === 'unsafe') ? 'unsafe' : 'safe';
  return [{ kind: 'rewrite', at: first.at, location: first.location, summary, safety, edits }];
}

/** What is said of the document, each step says again. */
function withoutRepeats(diagnostics: Result['diagnostics']): Result['diagnostics'] {
  const seen = new Set<string>();
  return diagnostics.filter(({ at, code, message }) => {
    const key = `${at.start}\0${code}\0${message}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** A stretch of an edited text: what is kept of the original, or what was put in at a place of it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** Absent: the original's own text. */
  readonly text?: string;
}

function widthOf({ start, end, text }: Piece): number {
  return text === undefined ? end - start : text.length;
}

function cut(length: number, edits: readonly Edit[]): readonly Piece[] {
  return spliced([{ start: 0, end: length }], edits);
}

/** The pieces with sorted edits made, whose offsets count along the pieces. */
function spliced(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const out: Piece[] = [];
  let rest = [...pieces];
  let at = 0;
  for (const edit of edits) {
    const [kept, behind] = split(rest, edit.start - at);
    const [, next] = split(behind, edit.end - edit.start);
    const place = originAfter(kept, behind);
    out.push(...kept, { start: place, end: place, text: edit.text });
    rest = [...next];
    at = edit.end;
  }
  return [...out, ...rest].filter((piece) => widthOf(piece) > 0);
}

function split(pieces: readonly Piece[], width: number): readonly [readonly Piece[], readonly Piece[]] {
  let left = width;
  for (const [index, piece] of pieces.entries()) {
    const own = widthOf(piece);
    if (left >= own) {
      left -= own;
      continue;
    }
    const [head, tail] = halve(piece, left);
    return [
      [...pieces.slice(0, index), ...(left > 0 ? [head] : [])],
      [tail, ...pieces.slice(index + 1)],
    ];
  }
  return [pieces, []];
}

function halve(piece: Piece, width: number): readonly [Piece, Piece] {
  const { start, end, text } = piece;
  if (text === undefined)
    return [
      { start, end: start + width },
      { start: start + width, end },
    ];
  return [
    { start, end, text: text.slice(0, width) },
    { start, end, text: text.slice(width) },
  ];
}

function originAfter(kept: readonly Piece[], behind: readonly Piece[]): number {
  return behind[0]?.start ?? kept.at(-1)?.end ?? 0;
}

/** The place in the original that an offset along the pieces comes from. */
function originOf(pieces: readonly Piece[], offset: number): number {
  let left = offset;
  for (const piece of pieces) {
    const own = widthOf(piece);
    if (left < own) return piece.text === undefined ? piece.start + left : piece.start;
    left -= own;
  }
  return pieces.at(-1)?.end ?? 0;
}

/** Edits of the original that give the pieces: what stands between two kept stretches, and what was put in there. */
function uncut(length: number, pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let text = '';
  const flush = (end: number) => {
    if (text !== '' || end > at) edits.push({ start: at, end, text });
    text = '';
  };
  for (const piece of pieces) {
    if (piece.text !== undefined) {
      text += piece.text;
      continue;
    }
    flush(piece.start);
    at = piece.end;
  }
  flush(length);
  return edits;
}
