import { nodesOutsideOfDefs, ownNodes } from '../python/classes.js';
import { getFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';

/**
 * Who takes care of tasks that a wait gave up: cancels them, waits for them, or gets them handed.
 */

/** `done, pending = await asyncio.wait(…)`, and `pending` is read again; or the result goes where it cannot be followed. */
export function isPendingMinded(call: Node, module: Module): boolean {
  const awaited = call.parent?.type === 'await' ? call.parent : call;
  const target = awaited.parent?.type === 'assignment' ? field(awaited.parent, 'left') : undefined;
  if (target === undefined) return awaited.parent?.type !== 'expression_statement' && !isSubscripted(awaited);
  if (target.type !== 'pattern_list' && target.type !== 'tuple_pattern') return true;
  const pending = target.children[1];
  if (pending?.type !== 'identifier') return true;
  const binding = module.scopes.bindingOf(pending);
  return binding?.references.some((read) => isMinding(read, module)) ?? false;
}

/** `(await asyncio.wait(…))[0]`: the ones that are done. */
function isSubscripted(awaited: Node): boolean {
  return awaited.parent?.type === 'parenthesized_expression' && awaited.parent.parent?.type === 'subscript';
}

/** Looked at, or counted, is not minded: it has to be waited for, cancelled, or handed on. */
function isMinding(read: Node, module: Module): boolean {
  const { parent } = read;
  if (parent?.type === 'for_statement' && read.field === 'right') return takesCare(field(parent, 'body'), module);
  if (parent?.type === 'for_in_clause') return takesCare(parent.parent, module);
  if (parent?.type === 'argument_list' || parent?.type === 'list_splat')
    return !/^(?:print|len|repr|str|bool|any|all)$/.test(module.text(field(callAround(read), 'function') ?? read));
  if (parent?.type === 'attribute') return /^(?:cancel|pop)$/.test(module.text(field(parent, 'attribute') as Node));
  return parent?.type === 'await' || parent?.type === 'return_statement' || parent?.type === 'assignment';
}

function callAround(node: Node): Node | undefined {
  for (const up of ancestors(node)) if (up.type === 'call') return up;
  return undefined;
}

/** `for task in tasks: task.cancel()`. */
function takesCare(within: Node | undefined, module: Module): boolean {
  return [...nodesOutsideOfDefs(within)].some(
    (node) => node.type === 'await' || (node.type === 'attribute' && /\.cancel$/.test(module.text(node))),
  );
}

/** `for task in tasks: task.cancel()`, `await job`, behind a wait that names `tasks`, or `job`. */
export function isMindedLater(at: Node, module: Module): boolean {
  const names = [...nodesOutsideOfDefs(field(at, 'arguments') ?? field(at, 'right'))].filter(
    ({ type, field: name }) => type === 'identifier' && name !== 'function' && name !== 'name',
  );
  return names.some((name) => {
    const references = module.scopes.bindingOf(name)?.references ?? [];
    return references.some((read) => read.start >= at.end && isMinding(read, module));
  });
}

/**
 * Someone takes care of the tasks when the waiting is given up: an `except`, a `finally`, or what stands behind a `try` that
 * catches, cancels them or waits for them by name.
 */
export function isMindedAround(at: Node, module: Module): boolean {
  let below = at;
  for (const up of ancestors(at)) {
    if (up.type === 'function_definition') return false;
    if (up.type === 'try_statement' && below.field === 'body') {
      const clauses = up.children.filter((each) => each.type === 'except_clause' || each.type === 'finally_clause');
      if (clauses.some((clause) => cares(clause, module))) return true;
      if (clauses.some(({ type }) => type === 'except_clause') && followers(up).some((each) => cares(each, module)))
        return true;
    }
    below = up;
  }
  return false;
}

function followers(statement: Node): readonly Node[] {
  return statement.parent?.children.filter((each) => each.start >= statement.end) ?? [];
}

const WAITS_FOR_ALL = /^asyncio\.(?:gather|wait)$/;

/** `task.cancel()`, `await asyncio.gather(*tasks, return_exceptions=True)`, `await asyncio.wait(tasks)`. */
function cares(within: Node, module: Module): boolean {
  return [...nodesOutsideOfDefs(within)].some((node) => {
    if (node.type !== 'call') return false;
    const callee = field(node, 'function') as Node;
    if (callee.type === 'attribute' && module.text(field(callee, 'attribute') as Node) === 'cancel') return true;
    return WAITS_FOR_ALL.test(module.resolve(callee) ?? '');
  });
}

/** `await t`, `asyncio.gather(t, …)`. */
export function isWait(read: Node, module: Module): boolean {
  const { parent } = read;
  if (parent?.type === 'await') return true;
  const call = parent?.type === 'argument_list' || parent?.type === 'list_splat' ? callAround(read) : undefined;
  return call !== undefined && WAITS_FOR_ALL.test(module.resolve(field(call, 'function') as Node) ?? '');
}

/**
 * Whether a task that is cancelled gets to know before the run is over: something is awaited behind the `cancel()`, in its
 * function or in one that calls it.
 *
 *     task.cancel()                    the last thing that happens: asyncio.run waits for the end of the task
 *     task.cancel(); await task        here the coroutine does
 */
export function isCancelDelivered(call: Node, module: Module, seen = new Set<Node>()): boolean {
  const owner = enclosingFunction(call);
  if (owner === undefined || owner.type !== 'function_definition' || seen.has(owner)) return false;
  seen.add(owner);
  const end = endOf(call);
  for (const node of ownNodes(owner)) {
    if ((node.type === 'await' || node.isAsync) && node.start >= end) return true;
  }
  let below = call;
  for (const up of ancestors(call)) {
    if (up === owner) break;
    if (up.type === 'while_statement' || up.type === 'for_statement') {
      if ([...nodesOutsideOfDefs(up)].some(({ type }) => type === 'await')) return true;
    }
    if (up.type === 'with_statement' && up.isAsync && below.field === 'body') return true;
    below = up;
  }
  return getFunction(owner, module).uses.some(
    (use) => use.call === undefined || isCancelDelivered(use.call, module, seen),
  );
}

/** `async with beating(): …`: what a context manager does behind its `yield` comes behind the block. */
function endOf(call: Node): number {
  for (const up of ancestors(call)) {
    if (up.type === 'with_clause' && up.parent !== undefined) return up.parent.end;
    if (up.type === 'block') break;
  }
  return call.end;
}
