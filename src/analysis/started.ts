import { findOwnerClass, getReturns, isGenerator } from '../python/classes.js';
import { getFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Binding } from '../python/scopes.js';
import { contains } from '../text.js';
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
const KEEPS = /^builtins\.(?:list|tuple|set|iter|enumerate|reversed|zip)$/;

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
  if ((method === 'values' || method === 'items') && args.length === 0) {
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
    if (kind === 'parameter') for (const each of argumentsFor(node, binding.scope.node, module)) collect(each, search);
    // for task in tasks
    const iterable = kind === 'for' ? iterableOf(node) : undefined;
    const given = value ?? elementOf(node, module);
    if (iterable !== undefined) collect(iterable, { ...search, many: true });
    else if (given !== undefined && (kind === 'assignment' || kind === 'walrus' || kind === 'augmented'))
      collect(given, search);
  }
  for (const { parent } of binding.references) {
    // tasks.append(asyncio.create_task(worker(1)))
    const call = parent?.type === 'attribute' && parent.field === 'function' ? parent.parent : undefined;
    if (call === undefined || !/^(?:append|add|extend)$/.test(module.text(field(parent, 'attribute') as Node)))
      continue;
    for (const each of module.call(call).args) collect(each, search);
  }
}

/** What the calls of a function give to one of its parameters; to `*coros`, all that is left. */
export function argumentsFor(parameter: Node, owner: Node, module: Module): readonly Node[] {
  if (owner.type !== 'function_definition') return [];
  const list = (field(owner, 'parameters')?.children ?? []).filter(({ type }) => type !== 'comment');
  const at = list.findIndex((each) => contains(each, parameter));
  const isMethod = findOwnerClass(owner) !== undefined;
  const calls = getFunction(owner, module).uses.flatMap((use) =>
    use.call === undefined ? [] : [module.call(use.call)],
  );
  return calls.flatMap(({ args, keywords }) => {
    const position = isMethod ? at - 1 : at;
    if (list[at]?.type === 'list_splat_pattern') return args.slice(position);
    return args[position] ?? keywords.get(module.text(parameter)) ?? [];
  });
}

/** `for task in tasks`, `for n, task in enumerate(tasks)`, `for name, task in tasks.items()`. */
function iterableOf(target: Node): Node | undefined {
  const at = isPattern(target.parent) ? target.parent : target;
  return at?.field === 'left' ? field(at.parent, 'right') : undefined;
}

/** The names that an assignment binds, each with what it gets: `a, b = x, y`. */
export function* assignedNames(assignment: Node, module: Module): Generator<{ name: Node; value: Node }> {
  const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
  if (left === undefined || right === undefined) return;
  if (left.type === 'identifier') yield { name: left, value: right };
  if (!isPattern(left)) return;
  for (const name of left.children) {
    const value = name.type === 'identifier' ? elementOf(name, module) : undefined;
    if (value !== undefined) yield { name, value };
  }
}

/** `a, b = x, y` → what the one gets; of `done, pending = await asyncio.wait(jobs)`, either is of the jobs. */
function elementOf(target: Node, module: Module): Node | undefined {
  const pattern = target.parent;
  const value = isPattern(pattern) && pattern?.field === 'left' ? field(pattern.parent, 'right') : undefined;
  if (value === undefined || pattern === undefined) return undefined;
  if (value.type === 'expression_list' || value.type === 'tuple')
    return value.children.length === pattern.children.length
      ? value.children[pattern.children.indexOf(target)]
      : undefined;
  const [call] = value.type === 'await' ? value.children : [];
  const isWait = call?.type === 'call' && module.resolve(field(call, 'function') as Node) === 'asyncio.wait';
  return isWait ? call : undefined;
}

function isPattern(node: Node | undefined): boolean {
  return node?.type === 'pattern_list' || node?.type === 'tuple_pattern';
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
