import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { findDefinitions, isAsyncGenerator, isDecorated } from './callees.js';

/**
 * What an operand of `await` is, as far as the file shows. `asyncio.run` takes coroutines only (before 3.14), futures
 * belong to a loop, and what is unknown may be either (semantics.md §3.1-§3.18, rules 32-34).
 *
 *     fetch(url)                                 coroutine        an `async def` of this file
 *     asyncio.sleep(1)                           coroutine        asyncio's own
 *     asyncio.gather(a(), b())                   future
 *     task   (task = asyncio.create_task(a()))   future
 *     asyncio.wait(tasks)                        wait             a coroutine, but over tasks of one loop
 *     numbers()                                  async-generator
 *     client.get(url)                            unknown
 */
export type AwaitableKind = 'coroutine' | 'future' | 'wait' | 'async-generator' | 'unknown';

export function kindOfAwaitable(operand: Node, module: Module, depth = 0): AwaitableKind {
  const node = unparenthesized(operand);
  if (depth > 20) return 'unknown';
  if (node.type === 'identifier') return kindOfName(node, module, depth);
  if (node.type === 'conditional_expression') return kindOfBoth(node, module, depth);
  if (node.type !== 'call') return 'unknown';
  const callee = field(node, 'function') as Node;
  const name = module.resolve(callee);
  if (name !== undefined) {
    if (COROUTINE_FUNCTIONS.has(name)) return 'coroutine';
    if (FUTURE_FUNCTIONS.has(name)) return 'future';
    if (name === 'asyncio.wait') return 'wait';
  }
  if (isLoopMethod(callee, module)) return 'future';
  if (isPrimitiveMethod(callee, module)) return 'coroutine';
  const definitions = findDefinitions(callee, module);
  if (definitions === undefined || definitions.some((definition) => !isPlainAsync(definition, module)))
    return 'unknown';
  return definitions.some(isAsyncGenerator) ? 'async-generator' : 'coroutine';
}

/** Functions of asyncio that give a coroutine which binds to the loop it runs on, and to nothing before. */
const COROUTINE_FUNCTIONS: ReadonlySet<string> = new Set(
  [
    'sleep',
    'wait_for',
    'to_thread',
    'open_connection',
    'open_unix_connection',
    'start_server',
    'start_unix_server',
    'create_subprocess_exec',
    'create_subprocess_shell',
  ].map((name) => `asyncio.${name}`),
);

const FUTURE_FUNCTIONS: ReadonlySet<string> = new Set(
  ['gather', 'shield', 'ensure_future', 'create_task', 'wrap_future', 'Future', 'Task'].map(
    (name) => `asyncio.${name}`,
  ),
);

/** Methods of asyncio's own queues, locks and events that are coroutine functions. */
const PRIMITIVE_METHODS: ReadonlyMap<string, RegExp> = new Map([
  ...['Queue', 'LifoQueue', 'PriorityQueue'].map((name) => [`asyncio.${name}`, /^(?:put|get|join)$/] as const),
  ...['Lock', 'Semaphore', 'BoundedSemaphore'].map((name) => [`asyncio.${name}`, /^acquire$/] as const),
  ['asyncio.Event', /^wait$/],
]);

/** `queue.put(1)` where `queue = asyncio.Queue()` is all that the name is bound to. */
function isPrimitiveMethod(callee: Node, module: Module): boolean {
  const object = callee.type === 'attribute' ? field(callee, 'object') : undefined;
  if (object?.type !== 'identifier') return false;
  const method = module.text(field(callee, 'attribute') as Node);
  const definitions = module.scopes.bindingOf(object)?.definitions ?? [];
  return (
    definitions.length > 0 &&
    definitions.every(({ value }) => {
      const maker = value?.type === 'call' ? module.resolve(field(value, 'function') as Node) : undefined;
      return PRIMITIVE_METHODS.get(maker ?? '')?.test(method) ?? false;
    })
  );
}

/** `loop.create_task(…)`, `asyncio.get_running_loop().run_in_executor(…)`: by the method's name, which nothing else has. */
export function isLoopMethod(callee: Node, module: Module): boolean {
  const method = callee.type === 'attribute' ? field(callee, 'attribute') : undefined;
  return method !== undefined && /^(?:run_in_executor|create_task|create_future)$/.test(module.text(method));
}

/** `async def` and nothing put in its place by a decorator. */
function isPlainAsync(definition: Node, module: Module): boolean {
  return definition.isAsync && !isDecorated(definition, module);
}

function kindOfName(node: Node, module: Module, depth: number): AwaitableKind {
  const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
  const kinds = new Set(
    definitions.map((definition) =>
      definition.value === undefined ? 'unknown' : kindOfAwaitable(definition.value, module, depth + 1),
    ),
  );
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : 'unknown';
}

/** `a() if x else b()` */
function kindOfBoth(node: Node, module: Module, depth: number): AwaitableKind {
  const [first, , second] = node.children.filter((child) => child.type !== 'comment');
  if (first === undefined || second === undefined) return 'unknown';
  const kind = kindOfAwaitable(first, module, depth + 1);
  return kind === kindOfAwaitable(second, module, depth + 1) ? kind : 'unknown';
}
