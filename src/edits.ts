import type { Module } from './python/module.js';
import { field, type Node } from './python/node.js';
import { type Edit, indentation, indexRanges, lineBreak, lineEnd, lineStart, type Range, requireNode } from './text.js';

/**
 * Edit helpers: one verb a function. Nodes are never changed; each helper returns edits, as offsets into `document.code`.
 */

/** `text` in place of a node. */
export function replace(node: Range, text: string): Edit {
  requireNode(node, 'replace');
  return { start: node.start, end: node.end, text };
}

/** `text` at an offset of `document.code`. */
export function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

/** Whole lines in front of a statement, at its indentation. `lines` carry no indentation of their own but may have some inside. */
export function insertBefore(module: Module, statement: Node, lines: readonly string[]): Edit {
  requireLines(lines, 'insertBefore');
  const { code } = module.document;
  const start = lineStart(code, statement.start);
  const eol = lineBreak(code);
  const indent = indentation(code, statement.start);
  if (code.slice(start, statement.start).trim() !== '') {
    // x = 1; asyncio.run(c())   the statement shares its line: so do we
    return insertAt(statement.start, lines.map((line) => `${line}; `).join(''));
  }
  return insertAt(start, lines.map((line) => (line === '' ? eol : indent + line + eol)).join(''));
}

/** Whole lines behind a statement, at its indentation; behind what follows on its line, too. */
export function insertAfter(module: Module, statement: Node, lines: readonly string[]): Edit {
  requireLines(lines, 'insertAfter');
  const { code } = module.document;
  const eol = lineBreak(code);
  const indent = indentation(code, statement.start);
  const lineStop = Math.min(lineEnd(code, statement.end), module.document.cellAt(statement.start).end);
  const rest = code.slice(statement.end, lineStop);
  if (code.slice(lineStart(code, statement.start), statement.start).trim() !== '' || /^[ \t]*;/.test(rest)) {
    // if x: f()   x = 1; f()   the statement shares its line: so do we
    return insertAt(statement.end, lines.map((line) => `; ${line}`).join(''));
  }
  const text = lines.map((line) => (line === '' ? '' : indent + line));
  // the last line of a file or cell may have no end
  return /[\r\n]$/.test(rest)
    ? insertAt(lineStop, text.map((line) => line + eol).join(''))
    : insertAt(lineStop, text.map((line) => eol + line).join(''));
}

function requireLines(lines: readonly string[], given: string): void {
  if (!Array.isArray(lines)) throw new Error(`\`${given}\` takes a list of lines`);
}

/** Offsets of the line starts in a range that code may be indented at: those not inside a string that spans lines. */
export function codeLineStarts(module: Module, range: Range): readonly number[] {
  const { code } = module.document;
  const strings = [...module.find('string')].filter(
    (node) => node.end > range.start && node.start < range.end && code.slice(node.start, node.end).includes('\n'),
  );
  const starts: number[] = [];
  for (let at = lineStart(code, range.start); at < range.end; at = lineEnd(code, at)) {
    if (lineEnd(code, at) <= at) break;
    const start = at;
    if (!strings.some((node) => node.start < start && start < node.end)) starts.push(start);
  }
  return starts;
}

/** Indents every line of a range by `unit`; blank lines and the inside of multi-line strings keep their bytes. */
export function indent(module: Module, range: Range, unit: string): readonly Edit[] {
  const { code } = module.document;
  return codeLineStarts(module, range)
    .filter((start) => code.slice(start, lineEnd(code, start)).trim() !== '')
    .map((start) => ({ ...insertAt(start, unit), yields: true as const }));
}

/** Takes `width` characters of indentation from every line of a range; shallower lines lose what they have. */
export function dedent(module: Module, range: Range, width: number): readonly Edit[] {
  const { code } = module.document;
  const edits: Edit[] = [];
  for (const start of codeLineStarts(module, range)) {
    const lead = /^[ \t]*/.exec(code.slice(start, lineEnd(code, start)))?.[0].length ?? 0;
    const width_ = Math.min(lead, width);
    if (width_ > 0) edits.push({ start, end: start + width_, text: '', yields: true });
  }
  return edits;
}

/**
 * Takes a compound statement's head away and dedents its body: `with closing(loop):⏎    x()` → `x()`. Comments in the
 * head are kept, on lines of their own.
 */
export function unwrapBlock(module: Module, statement: Node, block: Node): readonly Edit[] {
  const { code } = module.document;
  const bodyLine = lineStart(code, block.start);
  const headLine = lineStart(code, statement.start);
  if (bodyLine === headLine) {
    // with x: y()   the body stands on the line of its head
    return [{ start: statement.start, end: block.start, text: '' }];
  }
  const width = indentation(code, block.start).length - indentation(code, statement.start).length;
  const lead = indentation(code, statement.start);
  const kept = commentsIn(module, { start: headLine, end: bodyLine }).map((text) => lead + text + lineBreak(code));
  return [
    { start: headLine, end: bodyLine, text: kept.join('') },
    ...dedent(module, { start: bodyLine, end: block.end }, width),
  ];
}

/**
 * One argument of a call away, with the comma that parts it from its neighbour.
 *
 * @param given a positional argument, or the value of a keyword as `call.keywords` has it: its name goes with it
 */
export function removeArgument(module: Module, given: Node): readonly Edit[] {
  const argument = given.parent?.type === 'keyword_argument' ? given.parent : given;
  const all = argument.parent?.children.filter((child) => child.type !== 'comment') ?? [];
  const index = all.indexOf(argument);
  const [previous, next] = [all[index - 1], all[index + 1]];
  if (previous !== undefined) return [{ start: previous.end, end: argument.end, text: '', once: true }];
  if (next !== undefined) return [{ start: argument.start, end: next.start, text: '', once: true }];
  const list = argument.parent;
  const inside = list === undefined ? argument : { start: list.start + 1, end: list.end - 1 };
  const isBare = /^\s*$/.test(module.text({ start: inside.start, end: argument.start }));
  const isLast = /^\s*,?\s*$/.test(module.text({ start: argument.end, end: inside.end }));
  const range = isBare && isLast ? inside : argument;
  return [{ start: range.start, end: range.end, text: '', once: true }];
}

/** The comments of a range, without their indentation. */
export function commentsIn(module: Module, range: Range): readonly string[] {
  const inside = [...module.find('comment')].filter((node) => range.start <= node.start && node.end <= range.end);
  return inside.map((node) => module.text(node).trimEnd());
}

/** The block of a compound statement: `body`, or the last child that is one. */
export function bodyOf(statement: Node): Node | undefined {
  return field(statement, 'body') ?? statement.children.findLast((child) => child.type === 'block');
}

/** Two edits want the same place. Never swallowed: the plan refuses the later one. */
export class EditConflict extends Error {
  constructor(
    readonly first: Edit,
    readonly second: Edit,
  ) {
    super(`edits overlap: ${first.start}-${first.end} and ${second.start}-${second.end}`);
    this.name = 'EditConflict';
  }
}

/**
 * Edits of several rewrites as one list, sorted and free of overlaps. Insertions at one place keep the order they were
 * given in and come before what is replaced there; moves are carried out on `code`, with the edits inside of them made.
 *
 * @throws {EditConflict}
 */
export function combine(edits: readonly Edit[], code: string): readonly Edit[] {
  const seen = new Set<string>();
  const unique = edits.filter((edit) => {
    if (edit.once !== true) return true;
    const key = `${edit.start}:${edit.end}:${edit.text}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  });
  const settled = carryOutMoves(unique, code);
  const firm = settled.filter((edit) => edit.yields !== true);
  const swallowing = indexRanges(settled.filter((edit) => edit.end > edit.start));
  const soft = settled.filter(
    (edit) =>
      edit.yields === true && !swallowing(edit).some((other) => isWider(other, edit) && isSwallowed(edit, other, code)),
  );
  const sorted = indentInserted(firm, soft)
    .map((edit, order) => ({ edit, order }))
    .sort(
      (a, b) =>
        a.edit.start - b.edit.start || a.edit.end - b.edit.end || rank(a.edit) - rank(b.edit) || a.order - b.order,
    )
    .map(({ edit }) => edit);
  for (let i = 1; i < sorted.length; i++) {
    const [previous, next] = [sorted[i - 1] as Edit, sorted[i] as Edit];
    if (next.start < previous.end) throw new EditConflict(previous, next);
  }
  return sorted;
}

/** At one place, what belongs to the document (an import, a helper) comes first, with the blank lines that part it from the rest. */
function rank(edit: Edit): number {
  if (edit.once !== true || !/\n$/.test(edit.text)) return 2;
  return edit.text.trim() === '' ? 1 : 0;
}

/**
 * Whole lines that are inserted where a line is indented are indented with it. What belongs to the document, such as an
 * import, is not, unless the block takes all that stands in its place: a `with` that was a cell magic.
 */
function indentInserted(firm: readonly Edit[], soft: readonly Edit[]): readonly Edit[] {
  const units = new Map(
    soft.filter(({ start, end, text }) => start === end && /^[ \t]+$/.test(text)).map((edit) => [edit.start, edit]),
  );
  const spent = new Set<Edit>();
  const indented = firm.map((edit) => {
    const unit = edit.start === edit.end && edit.text !== '' ? units.get(edit.start) : undefined;
    if (unit === undefined) return edit;
    if (edit.text.endsWith('\n')) {
      const stays = edit.once === true && unit.once !== true;
      return stays ? edit : { ...edit, text: edit.text.replace(/^(?=[^\r\n])/gm, unit.text) };
    }
    // `return ` in front of the first word of the line: the indentation comes before it
    const here = firm.filter(({ start, end, text }) => start === edit.start && end === start && text !== '');
    if (here[here.findLastIndex(({ text }) => text.endsWith('\n')) + 1] !== edit) return edit;
    spent.add(unit);
    return { ...edit, text: unit.text + edit.text };
  });
  return [...indented, ...soft.filter((edit) => !spent.has(edit))];
}

/** Each move as an insertion of the finished text and a removal of the old one. */
function carryOutMoves(edits: readonly Edit[], code: string): readonly Edit[] {
  const moves = edits.filter((edit) => edit.from !== undefined);
  if (moves.length === 0) return edits;
  const inside = new Map<Edit, Edit[]>(moves.map((move) => [move, []]));
  const settled: Edit[] = [];
  for (const edit of edits) {
    const home = edit.from === undefined ? moves.find((move) => isInside(edit, move.from as Range)) : undefined;
    if (home === undefined) settled.push(edit);
    else inside.get(home)?.push(edit);
  }
  return settled.flatMap((edit) => {
    const { from } = edit;
    if (from === undefined) return [edit];
    const moved = apply(combine(inside.get(edit) ?? [], code), from, code);
    return [
      { start: edit.start, end: edit.end, text: edit.text + moved },
      { start: from.start, end: from.end, text: '' },
    ];
  });
}

/** An insertion behind the last character of a range is not in it; one in front of the first is. */
function isInside(edit: Edit, range: Range): boolean {
  return range.start <= edit.start && edit.end <= range.end && edit.start < range.end;
}

/** The text of a range with sorted edits inside of it made. */
function apply(edits: readonly Edit[], range: Range, code: string): string {
  let text = '';
  let at = range.start;
  for (const edit of edits) {
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at, range.end);
}

function isWider(a: Range, b: Range): boolean {
  return a.end - a.start > b.end - b.start;
}

/**
 * Anything inside of a replaced range has lost its place. An insertion at its very start has where the whole line goes:
 * what is put in front of a line still stands in front of what its first words become.
 */
function isSwallowed(edit: Edit, other: Edit, code: string): boolean {
  if (edit.start < other.start || other.end < edit.end || edit.start >= other.end) return false;
  if (edit.start > other.start || edit.end > edit.start) return true;
  return other.text === '' && (code[other.end - 1] === '\n' || other.end === code.length);
}
