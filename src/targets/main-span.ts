import type { Facts } from '../analysis/facts.js';
import { Holdings } from '../analysis/holdings.js';
import { findLoopNeed } from '../analysis/loop-needs.js';
import type { RunSite } from '../forms/form.js';
import { namesBoundBy } from '../python/globals.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { type Span, takeSpan, topLevel } from '../python/span.js';
import { isMainTest } from '../python/standing.js';
import { contains } from '../text.js';

/** What a legacy loop adds to the span of a `main()`: statements that go with the loop, and nodes that need it running. */
export interface LegacyParts {
  readonly isLegacy: boolean;
  readonly gone: readonly Node[];
  readonly needing: readonly Node[];
  /** A `try` whose handlers are moved around the run already. */
  readonly unwrapped?: Node | undefined;
}

/** From the first statement that awaits, or needs a running loop, to the end. */
export function chooseSpan(sites: readonly RunSite[], facts: Facts, { gone, needing, unwrapped }: LegacyParts): Span {
  const { module, python } = facts;
  const all = topLevel(module).filter((statement) => !gone.includes(statement));
  const holds = (statement: Node) =>
    [...sites.map((site) => site.extent), ...needing].some((range) => contains(statement, range));
  const needs = (statement: Node) => holds(statement) || findLoopNeed(statement, module, python) !== undefined;
  const makers = sites.flatMap((site) => [...makersOf(site, module), ...loopMakersOf(site)]);
  const first = all.findIndex((statement) => needs(statement) || makers.some((maker) => contains(statement, maker)));
  const only = all.filter((statement, index) => index >= first && needs(statement));
  const guard = only.length === 1 ? guardBody(only[0] as Node, module) : undefined;
  if (guard !== undefined) return takeSpan(module, guard, () => true);
  const span = takeSpan(module, all.slice(Math.max(0, first)), needs);
  const interruptible =
    span.moved.length === 1 && unwrapped === undefined
      ? interruptibleBody(span.moved[0] as Node, sites, module)
      : undefined;
  if (interruptible === undefined || span.lifted.length > 0) {
    const isAwaited = sites.every((site) => site.form === 'await');
    return isAwaited ? takeFirstValues(span, all.slice(0, Math.max(0, first)), all, needs, module) : span;
  }
  return takeSpan(module, interruptible, () => true);
}

/** As many statements as a person would move to be rid of a name in a `global` line. */
const NEAR = 6;

/**
 * A name that is bound anew in the span, and that nothing outside of it reads, needs no `global` where its first value moves
 * along: the loop of a notebook ran when it was bound, too.
 *
 *     client = Client()           async def main():
 *     await client.get()              client = Client()
 *     client = Client()               await client.get()
 *     await client.get()              client = Client()
 */
function takeFirstValues(
  span: Span,
  before: readonly Node[],
  all: readonly Node[],
  needs: (statement: Node) => boolean,
  module: Module,
): Span {
  let best = span;
  for (let index = before.length - 1; index >= 0 && best.globals.length > 0; index--) {
    const statement = before[index] as Node;
    if (/definition$/.test(statement.type)) continue;
    const bound = namesBoundBy(module, [statement]);
    if (!best.globals.some((name) => bound.has(name))) continue;
    const wider = takeSpan(module, all.slice(index), needs);
    if (wider.moved.length > span.moved.length + NEAR) break;
    if (wider.obstacle === undefined && wider.globals.length < best.globals.length) best = wider;
  }
  return best;
}

/** The statements of `if __name__ == "__main__":`; `undefined` where there is an `else`. */
function guardBody(statement: Node, module: Module): readonly Node[] | undefined {
  if (statement.type !== 'if_statement' || field(statement, 'alternative') !== undefined) return undefined;
  if (!isMainTest(field(statement, 'condition'), module.document.masked)) return undefined;
  return statementsOf(field(statement, 'consequence'));
}

/** The statements of a `try:` that has nothing but handlers, one of them for Ctrl-C, and no site in these. */
function interruptibleBody(statement: Node, sites: readonly RunSite[], module: Module): readonly Node[] | undefined {
  const body = field(statement, 'body');
  if (statement.type !== 'try_statement' || body === undefined || !catchesInterrupt(statement, module))
    return undefined;
  const plain = statement.children.every(
    (child) => child === body || child.type === 'except_clause' || child.type === 'comment',
  );
  const within = sites.every((site) => !contains(statement, site.extent) || contains(body, site.extent));
  const ownLine = module.text({ start: statement.start, end: body.start }).includes('\n');
  return plain && within && ownLine ? statementsOf(body) : undefined;
}

function statementsOf(block: Node | undefined): readonly Node[] | undefined {
  return block?.children.filter((child) => child.type !== 'comment');
}

/** One of its handlers is for Ctrl-C. */
export function catchesInterrupt(root: Node, module: Module): boolean {
  return [...module.find('except_clause', root)].some((clause) => {
    const caught = clause.children.filter((child) => child.field !== 'body' && child.type !== 'block');
    return caught.some((child) => /\bKeyboardInterrupt\b/.test(module.text(child)));
  });
}

/**
 * Statements that make what a site waits for, by a name: they need the loop as much as the site does.
 *
 *     handler = worker.start()
 *     await handler
 */
export function makersOf(site: RunSite, module: Module): readonly Node[] {
  const holdings = new Holdings(module);
  return waitedNames(site, module).flatMap((name) => {
    const binding = module.scopes.bindingOf(name);
    if (binding?.scope.kind !== 'module' || holdings.ofBinding(binding) === 'nothing') return [];
    // tasks = []   is filled further down
    return binding.definitions
      .filter(({ kind, value }) => kind === 'assignment' && (value === undefined || holdings.of(value) !== 'nothing'))
      .map(({ statement }) => statement);
  });
}

/** The loop that a legacy site runs on, where it is used for more. */
function loopMakersOf({ loop }: RunSite): readonly Node[] {
  return loop === undefined || loop.leftovers.length === 0 ? [] : loop.makers;
}

function waitedNames(site: RunSite, module: Module): readonly Node[] {
  const operand = site.coroutine === undefined ? undefined : unparenthesized(site.coroutine);
  if (operand?.type === 'identifier') return [operand];
  if (operand?.type === 'call') {
    // asyncio.wait(tasks), asyncio.gather(*tasks)
    const ours = module.resolve(field(operand, 'function') as Node)?.startsWith('asyncio.');
    return ours === true ? [...module.find('identifier', field(operand, 'arguments'))] : [];
  }
  if (site.usage === 'async-for') return [...module.find('identifier', field(site.node, 'right'))];
  if (site.usage !== 'async-with') return [];
  const clause = site.node.children.find((child) => child.type === 'with_clause');
  return clause === undefined ? [] : [...module.find('identifier', clause)];
}
