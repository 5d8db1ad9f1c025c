import { nodesOutsideOfDefs, ownNodes } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import { catches } from './exceptions.js';

const known = new WeakMap<Node, boolean>();

/**
 * Whether a coroutine that is stopped at one of its awaits leaves something undone that can be seen, or does something
 * because it is stopped:
 *
 *     await asyncio.sleep(1); print("done")          not printed
 *     rows.append(await fetch(url))                  not kept, where `rows` is not its own
 *     try: await work()
 *     finally: print("ends")                         printed at once
 *
 * What it gives back, and what it does to its own variables, nobody sees.
 */
export function endsVisibly(definition: Node, module: Module): boolean {
  const cached = known.get(definition);
  if (cached !== undefined) return cached;
  known.set(definition, false);
  const acts = [...ownNodes(definition)].filter((node) => isAct(node, definition, module));
  const found = [...ownNodes(definition)].some(
    (node) => isPause(node) && (runsVisibly(node, module) || acts.some((act) => mayFollow(act, node, definition))),
  );
  known.set(definition, found);
  return found;
}

const loud = new WeakMap<Node, boolean>();

/**
 * Whether a coroutine does something that can be seen when it is cancelled at one of its awaits.
 *
 *     try: await work()
 *     except asyncio.CancelledError: print("stopped")
 */
export function actsWhenCancelled(definition: Node, module: Module): boolean {
  const cached = loud.get(definition);
  if (cached !== undefined) return cached;
  loud.set(definition, false);
  const found = [...ownNodes(definition)].some((node) => {
    if (!isPause(node)) return false;
    const called = calledBy(node, module);
    return (called !== undefined && actsWhenCancelled(called, module)) || isCaughtVisibly(node, definition, module);
  });
  loud.set(definition, found);
  return found;
}

function isCaughtVisibly(pause: Node, definition: Node, module: Module): boolean {
  let below = pause;
  for (const up of ancestors(pause)) {
    if (up === definition) return false;
    if (up.type === 'try_statement' && below.field === 'body') {
      const clauses = up.children.filter(
        (each) =>
          each.type === 'finally_clause' ||
          (each.type === 'except_clause' && catches(each, 'asyncio.CancelledError', module)),
      );
      if (clauses.some((clause) => [...nodesOutsideOfDefs(clause)].some((node) => isAct(node, definition, module))))
        return true;
    }
    below = up;
  }
  return false;
}

/** Where it may be stopped. */
function isPause(node: Node): boolean {
  return node.type === 'await' || node.isAsync;
}

/** `await work()`: work itself is stopped. */
function calledBy(pause: Node, module: Module): Node | undefined {
  const [operand] = pause.children;
  const call = pause.type === 'await' && operand !== undefined ? unparenthesized(operand) : undefined;
  const called = call?.type === 'call' ? findCalled(call, module) : undefined;
  return called?.isAsync === true ? called : undefined;
}

function runsVisibly(pause: Node, module: Module): boolean {
  const called = calledBy(pause, module);
  return called !== undefined && endsVisibly(called, module);
}

/** Behind the await, in a loop around both, around it (`rows.append(await fetch())`), or where it ends. */
function mayFollow(act: Node, pause: Node, definition: Node): boolean {
  const header = pause.isAsync ? pause.children.find(({ field: name }) => name !== 'body') : pause;
  if (act.start >= (header ?? pause).end) return true;
  if (act.start <= pause.start && pause.end <= act.end) return true;
  for (const up of ancestors(pause)) {
    if (up === definition) return false;
    if ((up.type === 'for_statement' || up.type === 'while_statement') && up.start <= act.start && act.end <= up.end)
      return true;
  }
  return false;
}

/** A statement that is there for what it does. */
function isAct(node: Node, definition: Node, module: Module): boolean {
  switch (node.type) {
    case 'expression_statement': {
      const [first] = node.children;
      const value = first?.type === 'await' ? first.children[0] : first;
      const call = value === undefined ? undefined : unparenthesized(value);
      return call?.type === 'call' && callActs(call, definition, module);
    }
    case 'assignment':
    case 'augmented_assignment':
      return isOutside(field(node, 'left') as Node, definition, module);
    case 'call':
      return module.resolve(field(node, 'function') as Node) === 'builtins.print';
    default:
      return false;
  }
}

/** Waits, and does nothing else. */
const WAITS = /^asyncio\.(?:tasks\.)?(?:sleep|gather|wait|wait_for|shield)$/;

function callActs(call: Node, definition: Node, module: Module): boolean {
  const callee = field(call, 'function') as Node;
  if (WAITS.test(module.resolve(callee) ?? '')) return false;
  const called = findCalled(call, module);
  if (called !== undefined && called !== definition) return definitionActs(called, module);
  // rows.append(row), with `rows = []` in this function
  return callee.type !== 'attribute' || isOutside(field(callee, 'object') as Node, definition, module);
}

const acting = new WeakMap<Node, boolean>();

function definitionActs(definition: Node, module: Module): boolean {
  const cached = acting.get(definition);
  if (cached !== undefined) return cached;
  acting.set(definition, false);
  const found = [...ownNodes(definition)].some((node) => isAct(node, definition, module));
  acting.set(definition, found);
  return found;
}

/** What others see too: an attribute or an item of something that the function did not make, a global name. */
function isOutside(target: Node, definition: Node, module: Module): boolean {
  let root = unparenthesized(target);
  const isPart = root.type !== 'identifier';
  if (root.type === 'pattern_list' || root.type === 'tuple_pattern')
    return root.children.some((each) => isOutside(each, definition, module));
  while (root.type === 'attribute' || root.type === 'subscript' || root.type === 'call') {
    const inner = field(root, root.type === 'attribute' ? 'object' : root.type === 'subscript' ? 'value' : 'function');
    if (inner === undefined) break;
    root = unparenthesized(inner);
  }
  if (root.type !== 'identifier') return true;
  const binding = module.scopes.bindingOf(root);
  if (binding === undefined) return true;
  const isLocal = binding.scope.node === definition;
  if (!isPart && root === target && root.field === 'left') return !isLocal;
  return !isLocal || !binding.definitions.every(({ value }) => value !== undefined && isFresh(value, module));
}

/** Made here: `[]`, `{}`, `dict()`. */
function isFresh(value: Node, module: Module): boolean {
  if (/^(?:list|dictionary|set|tuple|(?:list|set|dictionary)_comprehension)$/.test(value.type)) return true;
  if (value.type !== 'call') return false;
  return /^(?:builtins\.(?:list|dict|set|bytearray)|collections\.\w+|io\.\w+)$/.test(
    module.resolve(field(value, 'function') as Node) ?? '',
  );
}
