import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf, unparenthesized } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import type { LoopReference } from './form.js';

/**
 * Event loops that a file holds in its hands.
 *
 *     loop = asyncio.get_event_loop()             a variable; its statement is scaffolding
 *     asyncio.set_event_loop(loop)                scaffolding
 *     loop.run_until_complete(main())             a run site on it
 *     loop.run_until_complete(loop.shutdown_asyncgens())   scaffolding
 *     loop.close()                                scaffolding
 *     loop.create_task(bg())                      a use that needs the loop itself: see `leftovers`
 */
export interface LoopVariable {
  readonly reference: LoopReference;
  /** Statements that make, set and close it, in source order. */
  readonly scaffolding: readonly Node[];
  /** Reads of the variable that are neither run sites nor scaffolding. */
  readonly leftovers: readonly Node[];
}

const MAKERS: ReadonlyMap<string, 'new' | 'get' | 'running'> = new Map([
  ['asyncio.new_event_loop', 'new'],
  ['asyncio.get_event_loop', 'get'],
  ['asyncio.get_running_loop', 'running'],
  ['asyncio.SelectorEventLoop', 'new'],
  ['asyncio.ProactorEventLoop', 'new'],
  ['asyncio.events.new_event_loop', 'new'],
  ['asyncio.events.get_event_loop', 'get'],
]);

/** How an expression makes or finds a loop: `asyncio.new_event_loop()` → `new`; `undefined` for anything else. */
export function findLoopMaker(expression: Node | undefined, module: Module): 'new' | 'get' | 'running' | undefined {
  if (expression === undefined) return undefined;
  const node = unparenthesized(expression);
  if (node.type !== 'call') return undefined;
  const name = module.resolve(field(node, 'function') as Node);
  if (name === undefined) {
    // asyncio.get_event_loop_policy().get_event_loop()
    const callee = field(node, 'function');
    const owner = field(callee, 'object');
    if (owner?.type !== 'call' || module.resolve(field(owner, 'function') as Node) !== 'asyncio.get_event_loop_policy')
      return undefined;
    const method = module.text(field(callee, 'attribute') as Node);
    return method === 'get_event_loop' ? 'get' : method === 'new_event_loop' ? 'new' : undefined;
  }
  // contextlib.closing(asyncio.new_event_loop())
  if (name === 'contextlib.closing') return findLoopMaker(module.call(node).args[0], module);
  return MAKERS.get(name);
}

/** What is known of the loop that a method hangs on: `loop.run_until_complete` → `loop`. */
export function getLoopReference(receiver: Node, module: Module): LoopReference {
  const node = unparenthesized(receiver);
  const maker = findLoopMaker(node, module);
  if (maker === 'new') return { kind: 'private', binding: undefined, key: `new@${node.start}` };
  if (maker !== undefined) return { kind: 'current', binding: undefined, key: 'current' };
  const binding = node.type === 'identifier' ? module.scopes.bindingOf(node) : undefined;
  const origin = binding === undefined ? undefined : findOrigin(binding, module);
  if (binding === undefined || origin === undefined)
    return { kind: 'foreign', binding, key: `foreign:${module.text(node)}` };
  if (origin === 'new') return { kind: 'private', binding, key: `${binding.name}@${binding.scope.node.start}` };
  return { kind: binding.scope.kind === 'module' ? 'private' : 'current', binding, key: 'current' };
}

/** How every definition of a variable makes its loop; `undefined` where one of them does something else. */
export function findOrigin(binding: Binding, module: Module): 'new' | 'get' | 'running' | undefined {
  const makers = binding.definitions
    .filter(
      (definition) =>
        definition.kind !== 'del' && !(definition.kind === 'assignment' && definition.value?.type === 'none'),
    )
    .map((definition) => findLoopMaker(definition.value, module));
  const [first] = makers;
  if (makers.length === 0 || makers.includes(undefined)) return undefined;
  // loop = get_event_loop(), mended by new_event_loop() where there is none: the current loop
  return makers.every((maker) => maker === first) ? first : 'get';
}

/** Everything a file does with a loop variable. */
export function inspectLoop(reference: LoopReference, module: Module): LoopVariable {
  const { binding } = reference;
  if (binding === undefined) return { reference, scaffolding: [], leftovers: [] };
  const scaffolding = binding.definitions.map((definition) => definition.statement);
  const leftovers: Node[] = [];
  for (const read of binding.references) {
    const role = roleOf(read, module);
    if (role === 'scaffolding') scaffolding.push(statementOf(read));
    else if (role === 'leftover') leftovers.push(read);
  }
  return { reference, scaffolding: [...new Set(scaffolding)].sort((a, b) => a.start - b.start), leftovers };
}

type Role = 'run' | 'scaffolding' | 'leftover';

/** What one read of a loop variable is for. */
export function roleOf(read: Node, module: Module): Role {
  const statement = statementOf(read);
  const alone =
    statement.type === 'expression_statement' && statement.children.length === 1 ? statement.children[0] : undefined;
  const { parent } = read;
  if (parent?.type === 'argument_list' && alone === parent.parent && alone !== undefined) {
    // asyncio.set_event_loop(loop)
    return module.resolve(field(alone, 'function') as Node) === 'asyncio.set_event_loop' ? 'scaffolding' : 'leftover';
  }
  if (parent?.type !== 'attribute' || read.field !== 'object') return 'leftover';
  const method = module.text(field(parent, 'attribute') as Node);
  const call = parent.parent;
  if (call?.type !== 'call' || parent.field !== 'function') return 'leftover';
  if (method === 'run_until_complete') return isShutdown(call, module) && alone === call ? 'scaffolding' : 'run';
  if (method === 'close' && alone === call) return 'scaffolding';
  // loop.run_until_complete(loop.shutdown_asyncgens()): the outer call is the statement
  if (/^shutdown_/.test(method) && alone !== undefined && alone.type === 'call' && isShutdown(alone, module))
    return 'scaffolding';
  return 'leftover';
}

/** `loop.run_until_complete(loop.shutdown_asyncgens())`, `… shutdown_default_executor()`: what `asyncio.run` does itself (§4.20). */
export function isShutdown(call: Node, module: Module): boolean {
  const argument = field(call, 'arguments')?.children.find((child) => child.type !== 'comment');
  const callee = argument?.type === 'call' ? field(argument, 'function') : undefined;
  const method = callee?.type === 'attribute' ? field(callee, 'attribute') : undefined;
  return method !== undefined && /^shutdown_(?:asyncgens|default_executor)$/.test(module.text(method));
}

/** Why sites on this loop cannot be converted by themselves: another use of the loop would be left behind. */
export function findLeftover(loop: LoopVariable, module: Module): Diagnostic | undefined {
  const [leftover] = loop.leftovers;
  if (leftover === undefined) return undefined;
  const use = leftover.parent?.type === 'attribute' ? `${module.text(leftover.parent)}` : module.text(leftover);
  return diagnostic(leftover, 'LS302', module.text(leftover), `\`${use}\``);
}
