import { insertAt, replace } from './edits.js';
import type { Module } from './python/module.js';
import { ancestors, type Node } from './python/node.js';
import { type Edit, lineEnd, lineStart, type Range } from './text.js';

/**
 * Takes statements away, their lines with them. Gives an edit for each of them, in their order.
 *
 * - A comment on the line of a statement that goes is kept on a line of its own.
 * - Where a body would be empty, `pass` stays.
 * - `a; b`: only the statement and one semicolon go; the line goes when nothing is left on it.
 * - Where what goes stood alone between blank lines, one side's blank lines go too.
 *
 * @param inserted Where something is inserted: nothing is taken that would swallow it, or move up to it.
 */
export function removeStatements(
  module: Module,
  statements: readonly Node[],
  inserted: readonly number[] = [],
): readonly Edit[] {
  const all = new Set(statements);
  const inner = new Map(statements.flatMap((statement) => findOuter(statement, all)));
  const gone = new Set(statements.filter((statement) => !inner.has(statement)));
  const edits = new Map<Node, Edit>();
  const lines: Removal[] = [];
  for (const statement of [...gone].sort((a, b) => a.start - b.start)) {
    if (isLastOfEmptied(statement, gone)) edits.set(statement, replace(statement, 'pass'));
    else if (!isFollower(statement, gone, module)) {
      const removal = removeRun(module, statement, gone);
      if (removal.isLine) lines.push(removal);
      else share(removal, removal, edits);
    }
  }
  for (const removal of joinLines(module, lines, inserted))
    share(removal, widenOverBlankLines(module, removal, inserted), edits);
  for (const [statement, outer] of inner) edits.set(statement, insertAt((edits.get(outer) as Edit).start, ''));
  return statements.map((statement) => edits.get(statement) as Edit);
}

/** The outermost statement that goes, around one that goes with it. */
function findOuter(statement: Node, gone: ReadonlySet<Node>): readonly [Node, Node][] {
  const outer = [...ancestors(statement)].findLast((up) => gone.has(up));
  return outer === undefined ? [] : [[statement, outer]];
}

/** The first of the statements has the edit, the others one that does nothing at the same place. */
function share(removal: Removal, { start, end }: Range, edits: Map<Node, Edit>): void {
  for (const statement of removal.statements) edits.set(statement, insertAt(start, ''));
  edits.set(removal.statements[0] as Node, { start, end, text: '' });
}

/** Statements of one line, or whole lines, that go as one. */
interface Removal extends Range {
  readonly isLine: boolean;
  readonly statements: readonly Node[];
}

/** Where all of a block goes, its last statement makes room for `pass`. */
function isLastOfEmptied(statement: Node, gone: ReadonlySet<Node>): boolean {
  if (statement.parent?.type !== 'block') return false;
  const siblings = siblingsOf(statement);
  return siblings.at(-1) === statement && siblings.every((sibling) => gone.has(sibling));
}

/** `a; b`: b, where a goes too, is taken with it. */
function isFollower(statement: Node, gone: ReadonlySet<Node>, module: Module): boolean {
  const siblings = siblingsOf(statement);
  const before = siblings[siblings.indexOf(statement) - 1];
  return before !== undefined && gone.has(before) && isSameLine(before, statement, module);
}

function removeRun(module: Module, first: Node, gone: ReadonlySet<Node>): Removal {
  const { code } = module.document;
  const siblings = siblingsOf(first);
  let last = first;
  let next = siblings[siblings.indexOf(first) + 1];
  while (next !== undefined && gone.has(next) && isSameLine(last, next, module) && !isLastOfEmptied(next, gone)) {
    last = next;
    next = siblings[siblings.indexOf(last) + 1];
  }
  const statements = siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1);
  const run = { isLine: false, statements };
  if (next !== undefined && isSameLine(last, next, module)) return { ...run, start: first.start, end: next.start };
  const start = lineStart(code, first.start);
  const end = Math.min(lineEnd(code, last.end), module.document.cellAt(first.start).end);
  const before = code.slice(start, first.start);
  if (before.trim() !== '') {
    // x = 1; loop.close()
    const lead = /[ \t]*;[ \t]*$/.exec(before);
    return { ...run, start: first.start - (lead?.[0].length ?? 0), end: last.end };
  }
  const comment = /#.*/.exec(code.slice(last.end, end));
  if (comment !== null) return { ...run, start: first.start, end: last.end + comment.index };
  return { ...run, start, end, isLine: true };
}

/** Lines that nothing but blank ones part go in one piece. */
function joinLines(module: Module, lines: readonly Removal[], inserted: readonly number[]): readonly Removal[] {
  const { code, cellAt } = module.document;
  const joined: Removal[] = [];
  for (const line of lines) {
    const previous = joined.at(-1);
    const isNext =
      previous !== undefined &&
      code.slice(previous.end, line.start).trim() === '' &&
      !inserted.some((at) => previous.end <= at && at <= line.start) &&
      cellAt(previous.start).start === cellAt(line.start).start;
    if (!isNext) joined.push(line);
    else
      joined[joined.length - 1] = {
        ...previous,
        end: line.end,
        statements: [...previous.statements, ...line.statements],
      };
  }
  return joined;
}

function isSameLine(before: Node, after: Node, module: Module): boolean {
  return /^[ \t]*;[ \t]*$/.test(module.document.code.slice(before.end, after.start));
}

function siblingsOf(statement: Node): readonly Node[] {
  return statement.parent?.children.filter((child) => child.type !== 'comment') ?? [statement];
}

/** What stood alone between blank lines leaves one gap, not two; the cell's edges count as blank. */
function widenOverBlankLines(module: Module, edit: Range, inserted: readonly number[]): Range {
  const { code } = module.document;
  const cell = module.document.cellAt(edit.start);
  const before = code.slice(cell.start, edit.start);
  const gapBefore = before === '' || /\n[ \t]*\r?\n$/.test(before) || /^\s*$/.test(before);
  const gapAfter = /^(?:[ \t]*\r?\n)+/.exec(code.slice(edit.end, cell.end));
  if (gapBefore && gapAfter !== null) {
    // import x⏎⏎apply()⏎⏎⏎def f():   the wider gap stays
    const above = /(?:(?<=\n)[ \t]*\r?\n)+$/.exec(before)?.[0] ?? '';
    const isWider = before.trim() !== '' && countLines(gapAfter[0]) > countLines(above);
    if (isWider && !inserted.some((at) => edit.start - above.length <= at && at <= edit.start))
      return { start: edit.start - above.length, end: edit.end };
    const end = edit.end + gapAfter[0].length;
    return inserted.some((at) => edit.start <= at && at < end) ? edit : { start: edit.start, end };
  }
  // The last line of a cell: the line end in front goes with it, so that no empty line is left behind.
  if (
    edit.end === cell.end &&
    edit.start > cell.start &&
    !code.slice(edit.start, edit.end).endsWith('\n') &&
    module.document.format === 'notebook'
  ) {
    const lead = /(?:\r?\n[ \t]*)+$/.exec(before);
    return { start: edit.start - (lead?.[0].length ?? 0), end: edit.end };
  }
  return edit;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}
