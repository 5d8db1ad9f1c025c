import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Binding } from '../python/scopes.js';
import { enclosingFunction, findRepetitions } from '../python/standing.js';
import { getReach } from './driven-code.js';

/** A context variable, and two places where it matters. */
export interface ContextUse {
  readonly name: string;
  readonly set: Node;
  readonly read: Node;
}

/**
 * A context variable that the coroutine sets and that is read later. `asyncio.run` gives the coroutine a context of its
 * own, an await lets it write to the caller's (semantics.md §4.8, §4.9, rule 67).
 *
 *     user = contextvars.ContextVar('user', default='nobody')
 *     async def main(): user.set('me')
 *     asyncio.run(main()); print(user.get())     nobody; awaited: me
 */
export function findLeakedContext(site: RunSite, sites: readonly RunSite[], module: Module): ContextUse | undefined {
  const reach = getReach(site, module);
  const isRepeated =
    enclosingFunction(site.node) !== undefined ||
    findRepetitions(site.node).length > 0 ||
    site.standing.comprehensions.length > 0;
  for (const variable of contextVariables(module)) {
    const set = usesOf(variable, 'set', module).find((node) => reach.holds(node));
    if (set === undefined || usesOf(variable, 'reset', module).some((node) => reach.holds(node))) continue;
    const read = usesOf(variable, 'get', module).find((node) => {
      if (!reach.holds(node)) return enclosingFunction(node) !== undefined || isRepeated || node.start > site.node.end;
      return isRepeated || sites.some((other) => other !== site && getReach(other, module).holds(node));
    });
    if (read !== undefined) return { name: variable.name, set, read };
  }
  const set = setsOfDecimal(module).find((node) => reach.holds(node));
  if (set === undefined) return undefined;
  const read = usesOfDecimal(module).find(
    (node) => !reach.holds(node) && (isRepeated || enclosingFunction(node) !== undefined || node.start > site.node.end),
  );
  if (read === undefined) return undefined;
  return { name: module.text(field(set, 'function') as Node), set, read };
}

/**
 * What a cell sets outside of every function and another cell reads: with an await in it, a cell has a context of its own
 * (§1.105, rule 28). `decimal.setcontext()` is such a set; every decimal operation reads it.
 *
 * @param cell the root of a cell that gets its first await
 */
export function findCellContext(
  cell: Node,
  module: Module,
): { readonly use: ContextUse; readonly leaves: boolean } | undefined {
  const inCell = (node: Node) => cell.start <= node.start && node.end <= cell.end;
  for (const variable of contextVariables(module)) {
    const set = usesOf(variable, 'set', module).find((node) => inCell(node) && enclosingFunction(node) === undefined);
    if (set === undefined) continue;
    const reads = usesOf(variable, 'get', module);
    const outside = reads.find((node) => !inCell(node));
    return { use: { name: variable.name, set, read: outside ?? set }, leaves: outside !== undefined };
  }
  const set = setsOfDecimal(module).find((node) => inCell(node) && enclosingFunction(node) === undefined);
  if (set === undefined) return undefined;
  const outside = usesOfDecimal(module).find((node) => !inCell(node));
  const name = module.text(field(set, 'function') as Node);
  return { use: { name, set, read: outside ?? set }, leaves: outside !== undefined };
}

/**
 * What an awaiting cell sets, itself or in a function that it calls, and a later cell reads without setting it anew.
 * A task that the cell starts has a context of its own either way.
 *
 * @param cell the root of a cell that awaits
 */
export function findLastingContext(cell: Node, module: Module): ContextUse | undefined {
  const runs = runsIn(cell, module);
  const later = module.roots.filter((root) => root.start >= cell.end);
  for (const variable of contextVariables(module)) {
    const use = (method: string) => usesOf(variable, method, module);
    const set = use('set').find(runs);
    if (set === undefined || use('reset').some(runs)) continue;
    for (const root of later) {
      const there = runsIn(root, module);
      const read = use('get').find(there);
      if (read !== undefined && !use('set').some((node) => there(node) && enclosingFunction(node) === undefined))
        return { name: variable.name, set, read };
    }
  }
  const set = module.calls('decimal.setcontext').find(({ node }) => runs(node))?.node;
  const read = usesOfDecimal(module).find((node) => later.some((root) => runsIn(root, module)(node)));
  if (set === undefined || read === undefined) return undefined;
  return { name: module.text(field(set, 'function') as Node), set, read };
}

/** Whether a node runs with the cell: at its top, or in what its statements call and, where that is a coroutine, await. */
function runsIn(cell: Node, module: Module): (node: Node) => boolean {
  const bodies = new Set<Node>();
  const pending = cell.children.filter(({ type }) => !/definition$/.test(type));
  const regions = [...pending];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const called of calledIn(next, module)) {
      if (bodies.has(called)) continue;
      bodies.add(called);
      regions.push(called);
      pending.push(called);
    }
  }
  return (node) => regions.some((region) => region.start <= node.start && node.end <= region.end);
}

function* calledIn(region: Node, module: Module): Generator<Node> {
  for (const call of module.find('call', region)) {
    const called = findCalled(call, module);
    if (called !== undefined && !called.isAsync) yield called;
  }
  for (const awaiting of module.find('await', region)) yield* awaitedIn(awaiting, module);
}

/**
 * What an await may run, whichever of it that is: what is given as an argument runs in a task, or elsewhere.
 *
 *     await work(1)      await (work(1) if ready else rest())      await handlers[0](1), where [work] is written in its place
 */
function* awaitedIn(node: Node, module: Module): Generator<Node> {
  for (const child of node.children) {
    if (child.type === 'argument_list' || child.type === 'lambda') continue;
    if (child.type === 'call') {
      const called = findCalled(child, module);
      if (called !== undefined) yield called;
    }
    if (child.type === 'identifier') yield* definitionsOf(child, module);
    yield* awaitedIn(child, module);
  }
}

function* definitionsOf(name: Node, module: Module): Generator<Node> {
  for (const { kind, node } of module.scopes.bindingOf(name)?.definitions ?? [])
    if (kind === 'def' && node.parent !== undefined) yield node.parent;
}

const setsOfDecimal = oncePerModule(findSetsOfDecimal);
const usesOfDecimal = oncePerModule(findUsesOfDecimal);

/** Asked for every site, and the same for all of them. */
function oncePerModule<Found>(find: (module: Module) => Found): (module: Module) => Found {
  const known = new WeakMap<Module, { readonly found: Found }>();
  return (module) => {
    const cached = known.get(module) ?? { found: find(module) };
    known.set(module, cached);
    return cached.found;
  };
}

/**
 * `decimal.setcontext(…)`, `decimal.getcontext().prec = 4`, `ctx = decimal.getcontext()` that something is stored in: the
 * context of decimal is a context variable.
 */
function findSetsOfDecimal(module: Module): readonly Node[] {
  const changed = module.calls('decimal.getcontext').filter(({ node }) => {
    if (node.parent?.type === 'attribute') return isStored(node.parent);
    const left = node.parent?.type === 'assignment' ? field(node.parent, 'left') : undefined;
    const reads = left?.type === 'identifier' ? (module.scopes.bindingOf(left)?.references ?? []) : [];
    return reads.some((read) => read.parent?.type === 'attribute' && isStored(read.parent));
  });
  return [...module.calls('decimal.setcontext'), ...changed].map(({ node }) => node);
}

function isStored(attribute: Node): boolean {
  return attribute.field === 'left' && /assignment$/.test(attribute.parent?.type ?? '');
}

function findUsesOfDecimal(module: Module): readonly Node[] {
  return [...module.find('call')].filter((node) =>
    module.resolve(field(node, 'function') as Node)?.startsWith('decimal.'),
  );
}

/** `user = contextvars.ContextVar('user')` */
function contextVariables(module: Module): readonly Binding[] {
  return module.calls('contextvars.ContextVar').flatMap(({ node }) => {
    const assignment = node.parent?.type === 'assignment' ? node.parent : undefined;
    const left = field(assignment, 'left');
    const binding = left?.type === 'identifier' ? module.scopes.bindingOf(left) : undefined;
    return binding === undefined ? [] : [binding];
  });
}

/** `user.set(…)`, `user.get()` */
function usesOf(variable: Binding, method: string, module: Module): readonly Node[] {
  return variable.references.filter((read) => {
    const attribute = read.parent?.type === 'attribute' ? field(read.parent, 'attribute') : undefined;
    return attribute !== undefined && module.text(attribute) === method;
  });
}
