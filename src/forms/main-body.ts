import type { CellKind } from '../documents/document.js';
import { codeLineStarts, insertAt } from '../edits.js';
import { field, type Node } from '../python/node.js';
import { isMainTest } from '../python/standing.js';
import { contains, type Edit, indentation, lineEnd, lineStart, type Range } from '../text.js';
import { isCellMark, startsLine } from './layout.js';
import { dropAnnotations, isInLiftedCell, type MainParts, ownLine } from './main-parts.js';

/** Indents what stays, closes the gaps that lifted statements leave, and keeps one blank line where a module has two. */
export function writeBody(parts: MainParts): readonly Edit[] {
  const { code } = parts;
  const end = endOfMain(parts);
  const edits: Edit[] = [...dropAnnotations(parts)];
  const repeated = parts.span.repeated.filter((statement) => !isInLiftedCell(statement, parts.cells));
  edits.push(...repeated.map((statement) => ({ ...ownLine(statement, code), text: '' })));
  const unwrapped = parts.span.moved.filter((statement) => isUnwrappable(parts, statement));
  const flat = unwrapped.map((statement) => ({
    start: lineEnd(code, statement.start),
    end: (field(statement, 'consequence') as Node).end,
  }));
  edits.push(...unwrapped.map(({ start }) => ({ start: lineStart(code, start), end: lineEnd(code, start), text: '' })));
  let blank = 1;
  let mark: Range | undefined;
  let above: CellKind | undefined;
  for (const start of codeLineStarts(parts.module, { start: parts.head, end })) {
    const lineStop = lineEnd(code, start);
    const line = code.slice(start, lineStop);
    if (parts.gone.some((range) => range.start <= start && start < range.end)) continue;
    const { kind } = parts.module.document.cellAt(start);
    if (line.trim() === '') {
      // Markdown that became a comment stands right above the code it is about
      if (blank++ > 0 || kind !== 'code') edits.push({ start, end: lineStop, text: '' });
    } else if (isCellMark(line, parts.module)) {
      const title = titleOf(parts, line);
      const content = start + line.trimEnd().length;
      if (mark !== undefined) edits.push({ ...mark, text: '' });
      mark = title === undefined ? { start, end: lineStop } : undefined;
      if (title !== undefined) edits.push({ start, end: content, text: title });
    } else {
      if (mark !== undefined) edits.push({ ...mark, text: separate(parts, above, kind, line) });
      mark = undefined;
      above = kind;
      blank = 0;
      if (start !== parts.head && !flat.some((range) => range.start <= start && start < range.end))
        edits.push(...indented(parts, { start, end: start + 1 }, parts.layout.unit));
    }
  }
  if (mark !== undefined) edits.push({ ...mark, text: '' });
  return edits;
}

/** What stands for the mark between two cells, where two comments would run into one. */
function separate(parts: MainParts, above: CellKind | undefined, kind: CellKind, line: string): string {
  const { eol, unit } = parts.layout;
  if (above === undefined || above === 'code') return '';
  if (kind !== 'code') return `${unit}#${eol}`;
  return line.startsWith('#') ? eol : '';
}

/** The first line's indentation comes with the head, so that nothing takes the head for a line of the body. */
export function firstIndent(parts: MainParts): string {
  const [first] = parts.span.moved;
  // a comment above it is indented like any other line
  const isHeadLine = first !== undefined && lineStart(parts.code, first.start) === parts.head;
  return isHeadLine && (isTaken(parts, first) || isUnwrappable(parts, first)) ? '' : parts.layout.unit;
}

/** The awaits take it away: `loop = asyncio.new_event_loop()`. */
function isTaken(parts: MainParts, statement: Node): boolean {
  const { edits, removes = [] } = parts.awaits;
  const takesLine = ({ start, end, text }: Edit) =>
    text === '' && start <= statement.start && end > statement.start && parts.code[end - 1] === '\n';
  return removes.includes(statement) || edits.some(takesLine);
}

/** `# %% Title` → `# Title`: the function is one cell, and a mark in it would end it. */
function titleOf(parts: MainParts, line: string): string | undefined {
  const title = /^#[ \t]*%%+[ \t]*([^[\s].*?)[ \t]*(?:\[\w+\].*)?(?:\r?\n)?$/.exec(line)?.[1];
  return title === undefined ? undefined : `${parts.layout.unit}# ${title}`;
}

/** `if __name__ == "__main__":` in a function that runs as main only: its body needs no test, and is indented already. */
function isUnwrappable(parts: MainParts, statement: Node): boolean {
  const { code } = parts;
  const condition = field(statement, 'condition');
  const body = field(statement, 'consequence');
  if (statement.type !== 'if_statement' || condition === undefined || body === undefined) return false;
  if (!isMainTest(condition, parts.module.document.masked) || field(statement, 'alternative') !== undefined)
    return false;
  const bare = /^[ \t]*:[ \t]*\r?\n$/.test(code.slice(condition.end, lineEnd(code, condition.end)));
  return bare && startsLine(code, body.start) && indentation(code, body.start) === parts.layout.unit;
}

/** The lines that run the function, two blank lines below, in place of the white space that ends the file. */
export function writeFoot(parts: MainParts, run: string): readonly Edit[] {
  const { code } = parts;
  const end = endOfMain(parts);
  const { eol } = parts.layout;
  const tail = startOfTail(parts);
  const close = tail < code.length ? eol + eol : code.endsWith('\n') ? eol : '';
  const edits: Edit[] = [insertAt(end, `${eol}${eol}${eol}${run}${close}`)];
  let at = end;
  for (const range of [...parts.gone.filter((it) => it.start >= end), { start: tail, end: tail }]) {
    if (range.start > at) edits.push({ start: at, end: range.start, text: '' });
    at = range.end;
  }
  return edits;
}

/** Where the Markdown starts that ends the file: it stays behind the run, as the cells that it is. */
function startOfTail({ module, code, gone }: MainParts): number {
  let tail = code.length;
  for (const cell of module.document.cells.toReversed()) {
    const isMarked = isCellMark(code.slice(cell.start, lineEnd(code, cell.start)), module);
    if (cell.kind === 'code' || !isMarked || gone.some((range) => contains(range, cell))) break;
    if (code.slice(lineEnd(code, cell.start), cell.end).trim() !== '') tail = cell.start;
  }
  return tail;
}

/** Where the last line ends that stays in the function. */
export function endOfMain(parts: MainParts): number {
  const { code } = parts;
  let end = startOfTail(parts);
  for (;;) {
    end -= /\s*$/.exec(code.slice(0, end))?.[0].length ?? 0;
    const last = parts.gone.find((range) => range.start < end && end <= range.end) ?? cutAt(parts, end);
    const start = lineStart(code, end);
    const line = code.slice(start, end);
    if (last !== undefined) end = last.start;
    else if (isCellMark(line, parts.module) && titleOf(parts, line) === undefined) end = start;
    else return end;
  }
}

/** `loop.close()`, `finally: loop.close()`: what the awaits take away around a place. */
function cutAt(parts: MainParts, end: number): Range | undefined {
  const { code } = parts;
  const statement = parts.awaits.removes?.find((each) => each.start < end && end <= lineEnd(code, each.end));
  // loop.close(); print("end")   only what has its line to itself can go with it
  const isAlone =
    statement !== undefined && /^[ \t]*(?:#.*)?\r?\n?$/.test(code.slice(statement.end, lineEnd(code, statement.end)));
  if (isAlone && startsLine(code, statement.start)) return ownLine(statement, code);
  return parts.awaits.edits.find((edit) => edit.text === '' && edit.start < end && end <= edit.end);
}

export function indented(parts: MainParts, range: Range, unit: string): readonly Edit[] {
  return codeLineStarts(parts.module, range)
    .filter((at) => at >= range.start && parts.code.slice(at, lineEnd(parts.code, at)).trim() !== '')
    .map((at) => ({ ...insertAt(at, unit), yields: true as const }));
}
