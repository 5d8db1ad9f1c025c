import type { Module } from '../python/module.js';
import { descendants, field, fields, type Node, unparenthesized } from '../python/node.js';
import type { Definition } from '../python/scopes.js';
import { enclosingFunction } from '../python/standing.js';
import { contains } from '../text.js';

/**
 * What is handed to a driver (semantics.md sections 3.A-3.D).
 *
 * - `coroutine`: a call of an `async def` of the file, or of asyncio's own; nothing in it needs a running loop.
 * - `future`: it, or something in it, is bound to a loop when it is made: `gather(…)`, `create_task(…)`, `shield(…)`.
 * - `held-future`: a name for a future that was made further up.
 * - `unknown`: a library's function, a parameter.
 */
export type Operand = 'coroutine' | 'future' | 'held-future' | 'unknown';

/** asyncio's functions that need a loop where they are called; `wait` is a coroutine, but of futures. */
const FUTURES = new Set([
  'gather',
  'ensure_future',
  'shield',
  'wrap_future',
  'Future',
  'create_task',
  'wait',
  'as_completed',
  'Task',
]);
const COROUTINES = new Set([
  'sleep',
  'wait_for',
  'to_thread',
  'open_connection',
  'start_server',
  'open_unix_connection',
  'start_unix_server',
  'create_subprocess_exec',
  'create_subprocess_shell',
]);
const LOOP_FUTURES = new Set(['create_task', 'create_future', 'run_in_executor']);
const LOOP_COROUTINES =
  /^(?:create_(?:server|connection|datagram_endpoint|unix_connection|unix_server)|getaddrinfo|getnameinfo|sock_\w+|sendfile|start_tls|subprocess_(?:exec|shell)|connect_\w+_pipe|connect_accepted_socket|shutdown_\w+)$/;

export function classifyOperand(expression: Node, module: Module, depth = 0): Operand {
  const node = unparenthesized(expression);
  if (depth > 8) return 'unknown';
  switch (node.type) {
    case 'call':
      return classifyCall(node, module, depth);
    case 'identifier':
      return classifyName(node, module, depth);
    case 'conditional_expression': {
      const [then, , otherwise] = node.children;
      return strongest([then, otherwise], module, depth);
    }
    case 'boolean_operator':
      return strongest(node.children, module, depth);
    case 'subscript':
      return isHeldFuture(field(node, 'value'), module, depth) ? 'held-future' : 'unknown';
    default:
      return 'unknown';
  }
}

/** `asyncio.gather(…)` … inside an expression, outside of lambdas and defs. */
export function makesFuture(expression: Node, module: Module): boolean {
  for (const node of descendants(expression)) {
    if (node.type !== 'call' || enclosingFunction(node) !== enclosingFunction(expression)) continue;
    const callee = field(node, 'function') as Node;
    const name = module.resolve(callee);
    if (name?.startsWith('asyncio.') && FUTURES.has(name.slice('asyncio.'.length))) return true;
    const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
    if (name === undefined && LOOP_FUTURES.has(method)) return true;
  }
  return false;
}

function strongest(nodes: readonly (Node | undefined)[], module: Module, depth: number): Operand {
  const kinds = nodes.map((node) => (node === undefined ? 'unknown' : classifyOperand(node, module, depth + 1)));
  const order: readonly Operand[] = ['held-future', 'future', 'unknown', 'coroutine'];
  return order.find((kind) => kinds.includes(kind)) ?? 'unknown';
}

function classifyCall(node: Node, module: Module, depth: number): Operand {
  const callee = field(node, 'function') as Node;
  const own = field(node, 'arguments')?.children.some((argument) => isHeldFuture(argument, module, depth));
  if (own === true) return 'held-future';
  if (makesFuture(node, module) || isLibraryAwaitable(callee, module)) return 'future';
  const name = module.resolve(callee);
  if (name?.startsWith('asyncio.')) return COROUTINES.has(name.slice('asyncio.'.length)) ? 'coroutine' : 'unknown';
  const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : undefined;
  if (method !== undefined && LOOP_COROUTINES.test(method)) return 'coroutine';
  if (method !== undefined && isCoroutineOfAsyncio(field(callee, 'object'), method, module)) return 'coroutine';
  const definitions = findDefinitions(callee, method, module);
  if (definitions.length === 0) return 'unknown';
  if (definitions.every((definition) => definition.type === 'class_definition')) {
    return definitions.every((definition) => hasAwaitMethod(definition, module)) ? 'future' : 'unknown';
  }
  if (definitions.every((definition) => isCoroutineFunction(definition, module))) return 'coroutine';
  if (definitions.some((definition) => definition.parent?.type === 'decorated_definition')) return 'unknown';
  const results = definitions.map((definition) =>
    definition.isAsync ? 'coroutine' : classifyReturns(definition, module, depth),
  );
  return results.every((result) => result === results[0])
    ? (results[0] as Operand)
    : results.includes('future')
      ? 'future'
      : 'unknown';
}

/** Well-known calls that give something to await which is no coroutine: `asyncio.run` does not take it before 3.14. */
const AWAITABLES =
  /^(?:websockets\.(?:serve|connect)|asyncpg\.create_pool|(?:aiomysql|aiopg|aioodbc)\.(?:connect|create_pool)|aioredis\.(?:create_redis|create_redis_pool|from_url))$/;

/** `session.get(url)` of an `aiohttp.ClientSession` is one too. */
function isLibraryAwaitable(callee: Node, module: Module): boolean {
  if (AWAITABLES.test(module.resolve(callee) ?? '')) return true;
  const object = unparenthesized(field(callee, 'object') ?? callee);
  const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
  if (!/^(?:get|post|put|patch|delete|head|options|request|ws_connect)$/.test(method)) return false;
  const values =
    object.type === 'identifier'
      ? (module.scopes.bindingOf(object)?.definitions ?? []).map(({ value }) => value)
      : [object];
  return values.some(
    (value) => value?.type === 'call' && module.resolve(field(value, 'function') as Node) === 'aiohttp.ClientSession',
  );
}

const METHODS: ReadonlyMap<string, RegExp> = new Map([
  ['Queue', /^(?:get|put|join)$/],
  ['PriorityQueue', /^(?:get|put|join)$/],
  ['LifoQueue', /^(?:get|put|join)$/],
  ['Event', /^wait$/],
  ['Lock', /^acquire$/],
  ['Semaphore', /^acquire$/],
  ['BoundedSemaphore', /^acquire$/],
  ['Condition', /^(?:acquire|wait|wait_for)$/],
  ['start_server', /^(?:wait_closed|serve_forever|start_serving)$/],
  ['start_unix_server', /^(?:wait_closed|serve_forever|start_serving)$/],
]);

/**
 * `queue.get()` where `queue = asyncio.Queue()` is all that the name is bound to, `server.wait_closed()` where a run of
 * `asyncio.start_server(…)` is.
 */
function isCoroutineOfAsyncio(object: Node | undefined, method: string, module: Module): boolean {
  const definitions = object?.type === 'identifier' ? (module.scopes.bindingOf(object)?.definitions ?? []) : [];
  const makers = definitions.map(({ value }) => findMaker(value, module));
  return (
    makers.length > 0 &&
    makers.every((name) => METHODS.get(name?.replace(/^asyncio\./, '') ?? '')?.test(method) ?? false)
  );
}

/** `asyncio.start_server` of `loop.run_until_complete(asyncio.start_server(…))`. */
function findMaker(value: Node | undefined, module: Module): string | undefined {
  if (value?.type !== 'call') return undefined;
  const { function: callee, args } = module.call(value);
  const isRun =
    callee.type === 'attribute' && /^run(?:_until_complete)?$/.test(module.text(field(callee, 'attribute') as Node));
  const [driven] = args;
  return isRun && driven?.type === 'call' ? findMaker(driven, module) : module.resolve(callee);
}

/** The defs of this file that a call may reach: by name, or, for a method, every method of that name. */
function findDefinitions(callee: Node, method: string | undefined, module: Module): readonly Node[] {
  if (callee.type === 'identifier') {
    const definitions = module.scopes.bindingOf(callee)?.definitions ?? [];
    const nodes = definitions.map((definition) =>
      definition.kind === 'def' || definition.kind === 'class' ? definition.node.parent : undefined,
    );
    return nodes.includes(undefined) ? [] : (nodes as Node[]);
  }
  if (method === undefined) return [];
  const root = rootOf(callee);
  if (
    root !== undefined &&
    module.scopes.bindingOf(root)?.definitions.some((definition) => definition.kind === 'import')
  )
    return [];
  return [...module.find('function_definition')].filter((node) => {
    const holder = node.parent?.type === 'decorated_definition' ? node.parent.parent : node.parent;
    return holder?.parent?.type === 'class_definition' && module.text(field(node, 'name') as Node) === method;
  });
}

/** `async def`, with nothing put in its place by a decorator, or `@asyncio.coroutine`. */
function isCoroutineFunction(definition: Node, module: Module): boolean {
  const decorated = definition.parent?.type === 'decorated_definition' ? definition.parent : undefined;
  const decorators = decorated?.children.filter((child) => child.type === 'decorator') ?? [];
  const names = decorators.map((decorator) => module.resolve(decorator.children[0] as Node));
  if (definition.isAsync)
    return names.every((name) => name === 'builtins.staticmethod' || name === 'builtins.classmethod');
  return names.length === 1 && /^(?:asyncio|types)\.coroutine$/.test(names[0] ?? '');
}

function rootOf(node: Node): Node | undefined {
  let at: Node | undefined = node;
  while (at?.type === 'attribute') at = field(at, 'object');
  return at?.type === 'identifier' ? at : undefined;
}

function hasAwaitMethod(definition: Node, module: Module): boolean {
  return [...module.find('function_definition', definition)].some(
    (node) => module.text(field(node, 'name') as Node) === '__await__',
  );
}

/** `def start(): return asyncio.ensure_future(work())`: what a sync function gives. */
function classifyReturns(definition: Node, module: Module, depth: number): Operand {
  const returns = [...module.find('return_statement', definition)].filter(
    (node) => enclosingFunction(node) === definition,
  );
  const values = returns.map((node) => node.children.find((child) => child.type !== 'comment'));
  return values.length === 0 ? 'unknown' : strongest(values, module, depth);
}

function classifyName(node: Node, module: Module, depth: number): Operand {
  if (isHeldFuture(node, module, depth)) return 'held-future';
  const binding = module.scopes.bindingOf(node);
  const definitions = binding?.definitions ?? [];
  const given = definitions.map((definition) => argumentsOf(definition, module));
  const values = given.includes(undefined) ? definitions.map(({ value }) => value) : given.flat();
  if (values.length === 0 || values.includes(undefined)) return 'unknown';
  return values.every((value) => classifyOperand(value as Node, module, depth + 1) === 'coroutine')
    ? 'coroutine'
    : 'unknown';
}

/**
 * What a parameter of a helper is given, where every use of the helper is a call that says so:
 *
 *     def drive(coro): return loop.run_until_complete(coro)
 *     drive(fetch(1)); drive(fetch(2))
 */
function argumentsOf({ kind, node }: Definition, module: Module): readonly Node[] | undefined {
  const list = node.parent?.type === 'parameters' ? node.parent : node.parent?.parent;
  const helper = list?.type === 'parameters' ? list.parent : undefined;
  const name = helper?.type === 'function_definition' ? field(helper, 'name') : undefined;
  if (
    kind !== 'parameter' ||
    list === undefined ||
    name === undefined ||
    helper?.parent?.parent?.type === 'class_definition'
  )
    return undefined;
  const binding = module.scopes.bindingOf(name);
  const index = list.children.filter((child) => child.type !== 'comment').findIndex((child) => contains(child, node));
  if (binding?.definitions.length !== 1 || binding.references.length === 0) return undefined;
  const found = binding.references.map((use) => {
    const call = use.parent?.type === 'call' && use.field === 'function' ? module.call(use.parent) : undefined;
    return call?.keywords.get(module.text(node)) ?? call?.args[index];
  });
  return found.some((value) => value === undefined || /splat/.test(value.type)) ? undefined : (found as Node[]);
}

/** A name that was bound to a future, or to a collection of them: `tasks = [asyncio.ensure_future(f(i)) for i in x]`. */
function isHeldFuture(node: Node | undefined, module: Module, depth: number): boolean {
  const inner = node?.type === 'list_splat' ? node.children[0] : node;
  if (inner?.type !== 'identifier' || depth > 8) return false;
  const binding = module.scopes.bindingOf(inner);
  if (binding === undefined) return false;
  const bound = binding.definitions.some(
    ({ value }) => value !== undefined && (makesFuture(value, module) || isFutureCall(value, module, depth)),
  );
  return bound || binding.references.some((read) => isFilled(read, module, depth));
}

function isFutureCall(value: Node, module: Module, depth: number): boolean {
  return unparenthesized(value).type === 'call' && classifyOperand(value, module, depth + 1) === 'future';
}

/** `tasks.append(asyncio.ensure_future(f()))`; `task = asyncio.ensure_future(f()); tasks.append(task)` */
function isFilled(read: Node, module: Module, depth: number): boolean {
  const call = read.parent?.type === 'attribute' && read.field === 'object' ? read.parent.parent : undefined;
  if (call?.type !== 'call' || call.children[0] !== read.parent) return false;
  if (!/^(?:append|add|extend|insert)$/.test(module.text(field(read.parent, 'attribute') as Node))) return false;
  return fields(call, 'arguments').some(
    (list) => makesFuture(list, module) || list.children.some((each) => isHeldFuture(each, module, depth + 1)),
  );
}
