import { insertAt } from '../edits.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Span } from '../python/span.js';
import { isMainTest } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains, type Edit, indentation, lineEnd, lineStart } from '../text.js';
import { startsLine } from './layout.js';
import { firstIndent, indented, writeBody, writeFoot } from './main-body.js';
import { blankAbove, writeFront } from './main-front.js';
import { annotationLines, dropAnnotations, type MainParts } from './main-parts.js';

/** A statement whose head becomes the function's, so that its body stays as it is. */
export interface Shape {
  readonly kind: 'guard' | 'try';
  readonly statement: Node;
  readonly body: Node;
}

/**
 * Everything that moves is the body of one statement:
 *
 *     if __name__ == "__main__":    the test stays with the run
 *     try: … except KeyboardInterrupt: …    the handlers stay around the run (rule 43)
 */
export function findShape(span: Span, module: Module): Shape | undefined {
  const body = span.moved[0]?.parent;
  const statement = body?.parent;
  if (body?.type !== 'block' || statement === undefined) return undefined;
  if (statement.type === 'try_statement') return { kind: 'try', statement, body };
  return isMainTest(field(statement, 'condition'), module.document.masked)
    ? { kind: 'guard', statement, body }
    : undefined;
}

/** What is lifted, the head, the statements indented, the lines that run it. */
export function writeAround(parts: MainParts): readonly Edit[] {
  const { eol, unit } = parts.layout;
  const front = writeFront(parts);
  const gap = eol.repeat(Math.max(0, 2 - front.blank));
  const run = `if __name__ == "__main__":${eol}${unit}${runText(parts, unit)}`;
  return [
    ...front.edits,
    insertAt(parts.head, gap + headText(parts, unit) + firstIndent(parts)),
    ...writeBody(parts),
    ...writeFoot(parts, run),
  ];
}

/** The head of a statement becomes the function's; the body keeps its lines, and the run stands where the statement stood. */
export function writeInside(parts: MainParts, { kind, statement, body }: Shape): readonly Edit[] {
  const { code } = parts;
  const { eol, unit } = parts.layout;
  const ownLine = startsLine(code, body.start);
  const headEnd = ownLine ? lineEnd(code, headOf(statement)) : body.start;
  const comment = ownLine ? /[ \t]*#.*/.exec(code.slice(headOf(statement), headEnd))?.[0] : undefined;
  const bodyEnd = endOfBlock(parts, body);
  const guard = `if __name__ == "__main__":${eol}${unit}`;
  const run =
    kind === 'guard' ? guard + runText(parts, unit) : `${guard}try:${eol}${unit}${unit}${runText(parts, unit + unit)}`;
  const behind = code.slice(bodyEnd);
  const gap = kind === 'guard' && /^(?:\r?\n)?[^\s#]/.test(behind) ? eol : '';
  return [
    insertAt(parts.head, eol.repeat(Math.max(0, 2 - Math.min(2, blankAbove(parts))))),
    ...annotationLines(parts).map((text) => insertAt(parts.head, text)),
    {
      start: statement.start,
      end: headEnd,
      text: headText(parts, ownLine ? indentation(code, body.start) : unit, comment) + (ownLine ? '' : unit),
    },
    insertAt(bodyEnd, `${eol}${eol}${eol}${run}${gap}`),
    ...(kind === 'try' ? indented(parts, { start: bodyEnd, end: statement.end }, unit) : []),
    ...dropAnnotations(parts),
  ];
}

function headText(parts: MainParts, indent: string, comment: string = ''): string {
  const { eol } = parts.layout;
  const globals = parts.span.globals.filter((name) => !isTakenAway(parts, name));
  const line = globals.length === 0 ? '' : `${indent}global ${globals.join(', ')}${eol}`;
  return `async def ${parts.context.name}():${comment}${eol}${line}`;
}

/** `loop = asyncio.get_event_loop()` goes: nothing is left to bind the name. */
function isTakenAway(parts: MainParts, name: string): boolean {
  const definitions = parts.module.scopes.moduleScope.bindings.get(name)?.definitions ?? [];
  const removes = parts.awaits.removes ?? [];
  return definitions.length > 0 && definitions.every(({ node }) => removes.some((gone) => contains(gone, node)));
}

/** `asyncio.run(main())`; before 3.7 there is none (rule 41). */
function runText(parts: MainParts, indent: string): string {
  const { name, python, drive } = parts.context;
  if (drive !== undefined) return drive.lines(parts.asyncio, indent);
  const driver = atLeast(python, '3.7') ? 'run' : 'get_event_loop().run_until_complete';
  return `${parts.asyncio}.${driver}(${name}())`;
}

/** A block's own comments at its end belong to it. */
function endOfBlock(parts: MainParts, block: Node): number {
  const { code } = parts;
  const indent = indentation(code, block.start);
  const removed = parts.awaits.removes ?? [];
  let end = block.end;
  const kept = block.children.filter((child) => !removed.includes(child));
  if (kept.length < block.children.length) end = kept[kept.length - 1]?.end ?? end;
  // finally: server.close(); loop.close()   the last line of the block goes with the loop
  for (let last = lastOf(removed, end); last !== undefined; last = lastOf(removed, end)) {
    end = code.slice(0, lineStart(code, last.start)).trimEnd().length;
  }
  const cut = parts.awaits.edits.find((edit) => edit.text === '' && edit.start < end && end <= edit.end);
  if (cut !== undefined) return code.slice(0, cut.start).trimEnd().length;
  for (let at = lineEnd(code, end); at < code.length && indent !== ''; at = lineEnd(code, at)) {
    const line = code.slice(at, lineEnd(code, at));
    if (line.trim() !== '' && !(line.startsWith(indent) && /^[ \t]*#/.test(line))) break;
    if (line.trim() !== '') end = at;
  }
  return lineEnd(code, end) - (/\r?\n$/.exec(code.slice(end, lineEnd(code, end)))?.[0].length ?? 0);
}

function lastOf(removed: readonly Node[], end: number): Node | undefined {
  return removed.find((node) => node.start < end && end <= node.end);
}

/** Behind the colon that ends the head of an `if` or a `try`, or right in front of it. */
function headOf(statement: Node): number {
  return field(statement, 'condition')?.end ?? statement.start + 'try'.length;
}
