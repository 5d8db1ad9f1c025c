import { insertAt } from '../edits.js';
import { isImport } from '../python/imports.js';
import type { Node } from '../python/node.js';
import { type Edit, lineEnd } from '../text.js';
import { blankLinesAbove, linesOf } from './layout.js';
import { annotationLines, isInLiftedCell, type MainParts, ownLine } from './main-parts.js';

/** What goes in front of the function: imports to the other imports, `x: int` lines, defs and classes two lines apart. */
export function writeFront(parts: MainParts): { readonly edits: readonly Edit[]; readonly blank: number } {
  const { eol } = parts.layout;
  const edits: Edit[] = [];
  edits.push(...wholeCells(parts));
  let blank = parts.cells?.mark === undefined ? blankAbove(parts) : 2;
  const imports = importPlace(parts);
  const alone = parts.span.lifted.filter((statement) => !isInLiftedCell(statement, parts.cells));
  for (const statement of alone.filter(isImport)) {
    edits.push(...move(parts, statement, imports ?? parts.head));
    if (imports === undefined) blank = 0;
  }
  const rest = alone.filter((statement) => !isImport(statement));
  const lines = annotationLines(parts);
  if (lines.length > 0) blank = 0;
  edits.push(...lines.map((text) => insertAt(parts.head, text)));
  let apart = false;
  for (const statement of rest) {
    const isDefinition = /_definition$/.test(statement.type);
    const wanted = isDefinition || apart ? 2 : 0;
    apart = isDefinition;
    edits.push(
      insertAt(parts.head, eol.repeat(Math.max(0, wanted - Math.min(wanted, blank)))),
      ...move(parts, statement, parts.head),
    );
    blank = 0;
  }
  return { edits, blank: Math.min(2, blank) };
}

/** Above the head, and above what goes with a loop there. */
export function blankAbove(parts: MainParts): number {
  let at = parts.head;
  for (const node of [...(parts.awaits.removes ?? [])].sort((a, b) => b.start - a.start)) {
    const line = ownLine(node, parts.code);
    if (line.end === at) at = line.start;
  }
  return blankLinesAbove(at, parts.module);
}

function wholeCells(parts: MainParts): readonly Edit[] {
  const { eol } = parts.layout;
  if (parts.cells === undefined) return [];
  const { place, mark, ranges } = parts.cells;
  const edits = mark !== undefined && blankLinesAbove(place, parts.module) === 0 ? [insertAt(place, eol)] : [];
  for (const from of ranges) {
    const end = /(?:\r?\n)*$/.exec(parts.code.slice(from.start, from.end))?.[0].split('\n').length ?? 1;
    edits.push({ ...insertAt(place, ''), from }, insertAt(place, eol.repeat(Math.max(0, 3 - end))));
  }
  return mark === undefined ? edits : [...edits, insertAt(place, mark + eol)];
}

function move(parts: MainParts, statement: Node, place: number): readonly Edit[] {
  const from = linesOf(statement, parts.module);
  const open = parts.code.slice(from.start, from.end).endsWith('\n') ? [] : [insertAt(place, parts.layout.eol)];
  return [{ ...insertAt(place, ''), from }, ...open];
}

/** Behind the last import at the top in front of the span; `undefined` where there is none. */
function importPlace(parts: MainParts): number | undefined {
  const imports = parts.module.roots.flatMap((root) =>
    root.children.filter((child) => isImport(child) && child.end <= parts.head),
  );
  const last = imports[imports.length - 1];
  return last === undefined ? undefined : lineEnd(parts.code, last.end);
}
