import { removeArgument } from '../edits.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Edit } from '../text.js';

/** asyncio's own functions and classes that took `loop=` until 3.9 (§9.8); `ensure_future`, `Future` and `Task` still do. */
const TOOK_LOOP = new Set(
  [
    'sleep',
    'gather',
    'wait',
    'wait_for',
    'shield',
    'as_completed',
    'open_connection',
    'start_server',
    'open_unix_connection',
    'start_unix_server',
    'create_subprocess_exec',
    'create_subprocess_shell',
    'Queue',
    'PriorityQueue',
    'LifoQueue',
    'Lock',
    'Event',
    'Condition',
    'Semaphore',
    'BoundedSemaphore',
  ].map((name) => `asyncio.${name}`),
);

/** `asyncio.sleep(1, loop=loop)` → `asyncio.sleep(1)`: a TypeError from 3.10 on, and the same without it before. */
export function withoutLoopArguments(
  module: Module,
): readonly { readonly at: Node; readonly edits: readonly Edit[] }[] {
  const found = [];
  for (const argument of module.find('keyword_argument')) {
    const name = field(argument, 'name');
    const callee = field(argument.parent?.parent, 'function');
    if (name === undefined || callee === undefined || module.text(name) !== 'loop') continue;
    if (TOOK_LOOP.has(module.resolve(callee) ?? ''))
      found.push({ at: argument, edits: removeArgument(module, argument) });
  }
  return found;
}
