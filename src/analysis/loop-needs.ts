import { findClass } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { atLeast, type PythonVersion } from '../python/version.js';
import { isLoopMethod } from './awaitables.js';
import { findDefinitions, methodsOf } from './callees.js';

/**
 * The first call that needs a running loop when `node` is evaluated; `undefined` where there is none.
 *
 *     asyncio.create_task(c())      raises at module level of a script (§3.30)
 *     asyncio.gather(a(), b())      so from 3.14 on, and belongs to another loop before (§3.31)
 *     worker.start()                where the `def start` of this file does any of it
 *     asyncio.Queue()               until 3.9 it belongs to the loop of the moment it is made in (§3.33)
 *
 * What stands in a def or a lambda is not evaluated, unless it is called.
 *
 * @param met calls that do not count
 */
export function findLoopNeed(
  node: Node,
  module: Module,
  python: PythonVersion,
  met: readonly Node[] = [],
): Node | undefined {
  return search(node, { module, python, met, visited: new Set() });
}

interface Search {
  readonly module: Module;
  readonly python: PythonVersion;
  readonly met: readonly Node[];
  readonly visited: Set<Node>;
}

const NEED_A_LOOP: ReadonlySet<string> = new Set([
  ...[
    'create_task',
    'ensure_future',
    'gather',
    'shield',
    'wrap_future',
    'Future',
    'Task',
    'get_running_loop',
    'get_event_loop',
    'current_task',
    'all_tasks',
    'as_completed',
    'StreamReader',
  ].map((name) => `asyncio.${name}`),
  // aiohttp asks for the running loop where its session is made
  ...['ClientSession', 'TCPConnector', 'UnixConnector'].map((name) => `aiohttp.${name}`),
]);

const BOUND_WHERE_MADE: ReadonlySet<string> = new Set(
  ['Queue', 'PriorityQueue', 'LifoQueue', 'Lock', 'Event', 'Condition', 'Semaphore', 'BoundedSemaphore'].map(
    (name) => `asyncio.${name}`,
  ),
);

function search(root: Node, state: Search): Node | undefined {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'call' && !state.met.includes(node) && callNeeds(node, state)) return node;
    const deferred = node.type === 'function_definition' || node.type === 'lambda';
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as Node;
      if (!(deferred && child.field === 'body')) stack.push(child);
    }
  }
  return undefined;
}

function callNeeds(call: Node, state: Search): boolean {
  const callee = unparenthesized(field(call, 'function') as Node);
  const name = state.module.resolve(callee);
  if (name !== undefined && NEED_A_LOOP.has(name)) return true;
  if (name !== undefined && BOUND_WHERE_MADE.has(name)) return !atLeast(state.python, '3.10');
  if (isLoopMethod(callee, state.module)) return true;
  return calledBodies(callee, state.module).some((body) => {
    if (state.visited.has(body)) return false;
    state.visited.add(body);
    return search(body, state) !== undefined;
  });
}

/** What runs at once when this is called: a sync def; of a class its makers, and the bodies of its bases in this file. */
function calledBodies(callee: Node, module: Module): readonly Node[] {
  const owner = findClass(callee, module);
  if (owner !== undefined) {
    const makers = methodsOf(owner).filter((method) =>
      /^__(?:init|new|post_init)__$/.test(module.text(field(method, 'name') as Node)),
    );
    return makers.flatMap((maker) => field(maker, 'body') ?? []);
  }
  const definitions = findDefinitions(callee, module) ?? [];
  return definitions
    .filter((definition) => !definition.isAsync)
    .flatMap((definition) => field(definition, 'body') ?? []);
}
