import { getReturns, isGenerator } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Binding } from '../python/scopes.js';
import { isDecorated } from './callees.js';

/** A coroutine of this file that an expression stands for. */
export interface Started {
  /** The call that makes it. */
  readonly call: Node;
  /** The `async def`. */
  readonly definition: Node;
  /** Made again and again: in a loop, in a comprehension, by `map()`. */
  readonly many: boolean;
  /** It runs by itself, as a task, from here on: `asyncio.create_task(…)`. */
  readonly asTask: boolean;
}

const DRIVES = /^asyncio\.(?:tasks\.)?(?:gather|wait|wait_for|shield|as_completed|ensure_future|create_task|run)$/;
const KEEPS = /^builtins\.(?:list|tuple|set|iter|enumerate|reversed)$/;

/**
 * The coroutines of this file in an expression, through names, lists and the functions of asyncio that take them.
 *
 *     worker(1)                                       worker
 *     asyncio.gather(a(), *[b(i) for i in ids])       a, and b many times
 *     tasks                                           what was put into it: tasks.append(asyncio.create_task(a()))
 *     map(fetch, urls)                                fetch, many times
 */
export function startedBy(expression: Node, module: Module): readonly Started[] {
  const found = new Map<Node, Started>();
  collect(expression, { module, found, seen: new Set(), many: false, asTask: false });
  return [...found.values()];
}

interface Search {
  readonly module: Module;
  readonly found: Map<Node, Started>;
  readonly seen: Set<Binding | Node>;
  readonly many: boolean;
  readonly asTask: boolean;
}

function collect(expression: Node, search: Search): void {
  const node = unparenthesized(expression);
  switch (node.type) {
    case 'call':
      collectCall(node, search);
      return;
    case 'identifier':
      collectName(node, search);
      return;
    case 'list':
    case 'tuple':
    case 'set':
    case 'list_splat':
    case 'dictionary':
    case 'binary_operator':
    case 'conditional_expression':
    case 'expression_list':
      for (const child of node.children) collect(child, search);
      return;
    case 'pair':
    case 'subscript':
      collect(field(node, 'value') as Node, search);
      return;
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
    case 'dictionary_comprehension': {
      const body = field(node, 'body');
      if (body !== undefined) collect(body, { ...search, many: true });
    }
  }
}

function collectCall(call: Node, search: Search): void {
  const { module, found, seen } = search;
  const { function: callee, args } = module.call(call);
  const name = module.resolve(callee) ?? '';
  const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
  if (DRIVES.test(name) || KEEPS.test(name) || method === 'create_task') {
    const asTask = search.asTask || (DRIVES.test(name) && name !== 'asyncio.run') || method === 'create_task';
    for (const each of args) collect(each, { ...search, asTask });
    return;
  }
  if (method === 'values' && args.length === 0) {
    collect(field(callee, 'object') as Node, search);
    return;
  }
  if (name === 'builtins.map' && args[0]?.type === 'identifier') {
    const [definition] = definitionsOf(args[0], module);
    if (definition?.isAsync) found.set(call, { call, definition, many: true, asTask: search.asTask });
    return;
  }
  const definition = findCalled(call, module);
  if (definition === undefined || isGenerator(definition) || isDecorated(definition, module)) return;
  if (definition.isAsync) {
    const before = found.get(call);
    const many = search.many || isRepeated(call) || before?.many === true;
    found.set(call, { call, definition, many, asTask: search.asTask || before?.asTask === true });
    return;
  }
  // def job(): return worker(1)
  if (seen.has(definition)) return;
  seen.add(definition);
  for (const value of getReturns(definition)) if (value !== undefined) collect(value, search);
}

function collectName(name: Node, search: Search): void {
  const { module, seen } = search;
  const binding = module.scopes.bindingOf(name);
  if (binding === undefined || seen.has(binding)) return;
  seen.add(binding);
  for (const { kind, node, value } of binding.definitions) {
    // for task in tasks
    const iterable = kind === 'for' ? field(node.parent, 'right') : undefined;
    if (iterable !== undefined) collect(iterable, { ...search, many: true });
    else if (value !== undefined && (kind === 'assignment' || kind === 'walrus' || kind === 'augmented'))
      collect(value, search);
  }
  for (const { parent } of binding.references) {
    // tasks.append(asyncio.create_task(worker(1)))
    const call = parent?.type === 'attribute' && parent.field === 'function' ? parent.parent : undefined;
    if (call === undefined || !/^(?:append|add|extend)$/.test(module.text(field(parent, 'attribute') as Node)))
      continue;
    for (const each of module.call(call).args) collect(each, search);
  }
}

function definitionsOf(name: Node, module: Module): readonly Node[] {
  const definitions = module.scopes.bindingOf(name)?.definitions ?? [];
  return definitions.flatMap(({ kind, node }) => (kind === 'def' && node.parent !== undefined ? [node.parent] : []));
}

/** In a loop of the function it stands in. */
function isRepeated(call: Node): boolean {
  for (const up of ancestors(call)) {
    if (up.type === 'for_statement' || up.type === 'while_statement') return true;
    if (up.type === 'function_definition' || up.type === 'lambda') return false;
  }
  return false;
}
