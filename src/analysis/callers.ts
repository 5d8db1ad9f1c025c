import type { NamedFunction, Use } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { findJob, findMaker } from './elsewhere.js';
import type { Obstacle, PromotionRules } from './promotion.js';

/** Why a use of a function is no direct call that could be awaited (rule 58). */
export function findUseObstacle(found: NamedFunction, use: Use, module: Module): Obstacle | undefined {
  const at = { name: found.name, at: use.node };
  if (use.uncertain) return { code: 'LS411', ...at, detail: module.text(use.node) };
  if (use.call !== undefined) return undefined;
  const job = findJob(use.node, module);
  if (job !== undefined) return { code: 'LS418', ...at, detail: job };
  return { code: 'LS401', ...at };
}

/** Why a direct call cannot become an await where it stands. */
export function findCallObstacle(
  found: NamedFunction,
  use: Use,
  module: Module,
  rules: PromotionRules,
): Obstacle | undefined {
  const { call } = use;
  if (call === undefined) return undefined;
  const at = { name: found.name, at: call };
  // await fetch(url)   somebody awaits the result of the sync function: what it gives back is awaitable already
  if (call.parent?.type === 'await') return { code: 'LS415', ...at, detail: 'its result is awaited already' };
  const lock = findHeldLock(call, module);
  if (lock !== undefined) return { code: 'LS419', name: found.name, at: lock, detail: module.text(lock) };
  switch (module.standing(call).kind) {
    case 'lambda':
      return { code: 'LS412', ...at };
    case 'generator':
      return { code: 'LS413', ...at };
    case 'class-body':
      return { code: 'LS414', ...at };
    case 'annotation':
    case 'module':
    case 'main-guard':
    case 'async-function':
    case 'function': {
      const obstacle = rules.findAwaitObstacle(call);
      return obstacle && { code: 'LS415', ...at, detail: obstacle.message };
    }
  }
}

const LOCKS =
  /^(?:threading|multiprocessing|_thread)\.(?:Lock|RLock|Semaphore|BoundedSemaphore|Condition|allocate_lock)$|^filelock\./;

/**
 * The lock that is held around a node, up to the function it stands in: `with lock:` around it, or `lock.acquire()` in
 * front of it. A thing whose maker is not in sight counts by its name.
 */
export function findHeldLock(node: Node, module: Module): Node | undefined {
  for (const up of ancestors(node)) {
    if (up.type === 'function_definition' || up.type === 'lambda') break;
    if (up.type !== 'with_statement' || up.isAsync) continue;
    const clause = up.children.find((child) => child.type === 'with_clause');
    for (const item of clause?.children ?? []) {
      const value = field(item, 'value');
      const held = value?.type === 'as_pattern' ? value.children[0] : value;
      if (held !== undefined && isLock(held, module)) return held;
    }
  }
  const around = module.standing(node).owner;
  for (const { node: call, function: callee } of module.methodCalls('acquire')) {
    const held = field(callee, 'object');
    if (held !== undefined && call.start < node.start && module.standing(call).owner === around && isLock(held, module))
      return held;
  }
  return undefined;
}

function isLock(held: Node, module: Module): boolean {
  const maker = findMaker(held, module);
  if (maker !== undefined) return LOCKS.test(maker);
  const last = held.type === 'attribute' ? field(held, 'attribute') : held;
  return last?.type === 'identifier' && /lock|mutex|semaphore/i.test(module.text(last));
}
