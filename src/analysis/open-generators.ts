import type { Module } from '../python/module.js';
import { ancestors, descendants, field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import { findDefinitions, isAsyncGenerator, isDecorated } from './callees.js';
import { nodesIn, type Reach } from './driven-code.js';
import { findFailureOut } from './failures.js';

/**
 * The call of an async generator that the code leaves before its end, where the generator does something at its end.
 * `asyncio.run` closes it, with its loop, before it gives back the result; where the coroutine is awaited, the loop closes
 * it some time later.
 *
 *     async for row in rows(): break             left open, as by a `raise` in the loop
 *     await rows().__anext__()                   left open
 *     async for row in rows(): print(row)        runs to its end
 *     async with aclosing(rows()) as each: …     closed here
 */
export function findOpenGenerator(reach: Reach, module: Module): Node | undefined {
  for (const call of nodesIn(reach, 'call')) {
    const made = findCalled(call, module);
    if (made === undefined || !isAsyncGenerator(made) || isDecorated(made, module)) continue;
    if (isLeftOpen(call, module) && endsVisibly(made, module)) return call;
  }
  return undefined;
}

function isLeftOpen(value: Node, module: Module): boolean {
  const { parent } = value;
  switch (parent?.type) {
    case 'parenthesized_expression':
      return isLeftOpen(parent, module);
    case 'for_statement':
      return value.field === 'right' && (leavesLoop(field(parent, 'body'), true) || failsInLoop(parent, module));
    case 'attribute':
      return /^(?:__anext__|asend)$/.test(module.text(field(parent, 'attribute') as Node));
    case 'argument_list':
      return module.resolve(field(parent.parent, 'function') as Node) === 'builtins.anext';
    case 'assignment': {
      const left = field(parent, 'left');
      const reads = left?.type === 'identifier' ? (module.scopes.bindingOf(left)?.references ?? []) : [];
      return reads.some((read) => isLeftOpen(read, module)) && !reads.some((read) => isClosed(read, module));
    }
    default:
      return false;
  }
}

/** `async for row in rows(): raise ValueError(row)`. */
function failsInLoop(loop: Node, module: Module): boolean {
  const body = field(loop, 'body');
  return body !== undefined && findFailureOut(body, loop, module) !== undefined;
}

/** `rows.aclose()`, `aclosing(rows)`. */
function isClosed(read: Node, module: Module): boolean {
  const { parent } = read;
  if (parent?.type === 'attribute') return module.text(field(parent, 'attribute') as Node) === 'aclose';
  if (parent?.type !== 'argument_list') return false;
  return module.resolve(field(parent.parent, 'function') as Node) === 'contextlib.aclosing';
}

/** A `break` of this loop, or a `return`. */
export function leavesLoop(node: Node | undefined, ownLoop: boolean): boolean {
  if (node === undefined) return false;
  switch (node.type) {
    case 'function_definition':
    case 'class_definition':
    case 'lambda':
      return false;
    case 'return_statement':
      return true;
    case 'break_statement':
      return ownLoop;
    case 'for_statement':
    case 'while_statement':
      return node.children.some((child) => leavesLoop(child, ownLoop && child.field === 'alternative'));
    default:
      return node.children.some((child) => leavesLoop(child, ownLoop));
  }
}

/** A `yield` stands in a `try` that does something when it is closed, or in a `with` of this file. */
function endsVisibly(generator: Node, module: Module): boolean {
  for (const node of descendants(generator)) {
    if (node.type !== 'yield') continue;
    for (const up of ancestors(node)) {
      if (up === generator) break;
      if (up.type === 'try_statement' && up.children.some((clause) => actsAtTheEnd(clause, module))) return true;
      if (up.type === 'with_statement' && opensOwn(up, module)) return true;
    }
  }
  return false;
}

function actsAtTheEnd(clause: Node, module: Module): boolean {
  if (clause.type === 'except_clause') {
    const caught = module.text(clause).split(':', 1)[0] ?? '';
    if (caught.trim() !== 'except' && !/\b(?:GeneratorExit|BaseException|CancelledError)\b/.test(caught)) return false;
  } else if (clause.type !== 'finally_clause') return false;
  return [...descendants(clause)].some((node) => /^(?:call|assignment|augmented_assignment)$/.test(node.type));
}

function opensOwn(statement: Node, module: Module): boolean {
  const clause = statement.children.find((child) => child.type === 'with_clause');
  return [...descendants(clause ?? statement)].some(
    (node) => node.type === 'call' && clause !== undefined && isOwn(field(node, 'function') as Node, module),
  );
}

function isOwn(callee: Node, module: Module): boolean {
  if (findDefinitions(callee, module) !== undefined) return true;
  const definitions = callee.type === 'identifier' ? module.scopes.bindingOf(callee)?.definitions : [];
  return definitions?.some(({ kind }) => kind === 'class') ?? false;
}
