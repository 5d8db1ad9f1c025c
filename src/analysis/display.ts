import { getReturns, isGenerator } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import { contains, type Edit, type Range } from '../text.js';
import type { Facts } from './facts.js';

/**
 * A cell displays its last expression. Where edits make an expression the last one that was not, a `;` behind it keeps the
 * cell as quiet as it was (rule 27, semantics.md §1.52).
 *
 *     loop = asyncio.get_event_loop()
 *     loop.run_until_complete(main())      →  await main();
 *     loop.close()
 *
 * @param edits all edits of the document, combined
 */
export function findNewDisplays(edits: readonly Edit[], { module }: Facts): readonly Edit[] {
  if (!module.document.interactive) return [];
  const found: Edit[] = [];
  for (const cell of module.roots) {
    if (!edits.some((edit) => cell.start <= edit.start && edit.end <= cell.end)) continue;
    const shown = findLastStatement(cell, edits, module);
    if (shown === undefined || isLastNow(shown, cell, module) || isSilent(shown, module)) continue;
    found.push({ start: shown.end, end: shown.end, text: ';' });
  }
  return found;
}

/** The statement at the top level of the edited cell behind which nothing is left. */
function findLastStatement(cell: Node, edits: readonly Edit[], module: Module): Node | undefined {
  for (const statement of [...module.find('expression_statement', cell)].reverse()) {
    if (isRemoved(statement, edits)) continue;
    const rest = textAfter(statement, cell, edits, module);
    if (/^[^\S\n]*;/.test(rest) || rest.replace(/#[^\n]*/g, '').trim() !== '') return undefined;
    return isAtTop(statement, cell, edits) ? statement : undefined;
  }
  return undefined;
}

/** It displays already: it stands at the end of the cell, at the top level. */
function isLastNow(statement: Node, cell: Node, module: Module): boolean {
  return (
    statement.parent === cell &&
    textAfter(statement, cell, [], module)
      .replace(/#[^\n]*/g, '')
      .trim() === ''
  );
}

/** Whatever stood around it goes: `try: … finally: loop.close()`. */
function isAtTop(statement: Node, cell: Node, edits: readonly Edit[]): boolean {
  for (let up = statement.parent; up !== undefined && up !== cell; up = up.parent) {
    const { type, start } = up;
    if (type !== 'block' && !/_clause$/.test(type) && !isRemoved({ start, end: start + 1 }, edits)) return false;
  }
  return true;
}

function isRemoved(range: { readonly start: number; readonly end: number }, edits: readonly Edit[]): boolean {
  return edits.some((edit) => edit.start <= range.start && range.end <= edit.end);
}

/** What follows a statement in its cell once the edits are made. */
function textAfter(statement: Node, cell: Node, edits: readonly Edit[], module: Module): string {
  const { masked } = module.document;
  let text = '';
  let at = statement.end;
  for (const edit of edits) {
    // an insertion at its very end is its own: a parenthesis
    const isOwn = edit.start === edit.end && edit.start === statement.end;
    if (edit.start < statement.end || edit.end > cell.end || isOwn) continue;
    text += masked.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + masked.slice(Math.min(at, cell.end), cell.end);
}

/** The expression that a cell, or the body of its magic, displays at its end; `undefined` where it displays nothing. */
export function findDisplayed(body: Range, module: Module): Node | undefined {
  const statements = module.roots
    .flatMap((root) => root.children)
    .filter((each) => each.type !== 'comment' && contains(body, each));
  const last = statements.at(-1);
  if (last?.type !== 'expression_statement' || isSilent(last, module)) return undefined;
  return /^[^\S\n]*;/.test(module.document.masked.slice(last.end, body.end)) ? undefined : last;
}

/** Nothing to display: an assignment, `print(…)`, a call of a function that gives back nothing. */
function isSilent(statement: Node, module: Module): boolean {
  const [expression] = statement.children;
  if (expression === undefined || /assignment$/.test(expression.type)) return true;
  if (expression.type !== 'call') return false;
  if (module.resolve(field(expression, 'function') as Node) === 'builtins.print') return true;
  const [driven] = module.call(expression).args;
  return [expression, driven].some((call) => call?.type === 'call' && givesNothing(call, module));
}

function givesNothing(call: Node, module: Module): boolean {
  const called = findCalled(call, module);
  return (
    called !== undefined &&
    !isGenerator(called) &&
    getReturns(called).every((value) => value === undefined || value.type === 'none')
  );
}
