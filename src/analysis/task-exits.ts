import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Reach } from './driven-code.js';
import { reachableFrom } from './reach.js';

/**
 * Where the program is ended by code that runs as a task, or as a callback of the loop: what it raises leaves the loop
 * itself, and so ends the kernel, which runs it.
 *
 *     async def poll(): sys.exit(1)
 *     async def main(): await asyncio.gather(poll())     in a task
 *     async def main(): await poll()                     not in one: it comes out of `await main()`
 */
export function findTaskExit(site: RunSite, reach: Reach, module: Module): Node | undefined {
  for (const region of reach.regions) {
    for (const node of descendants(region)) {
      if (node === site.coroutine || !startsElsewhere(node, module)) continue;
      for (const definition of reachableFrom(node, module)) {
        const exit = findExit(definition, module);
        if (exit !== undefined) return exit;
      }
    }
  }
  return undefined;
}

/** A coroutine that is not awaited on the spot, or a function that is handed on: `gather(poll())`, `call_soon(stop)`. */
function startsElsewhere(node: Node, module: Module): boolean {
  if (node.type === 'call') return findCalled(node, module)?.isAsync === true && !isAwaited(node);
  if (node.type !== 'identifier' && node.type !== 'attribute') return false;
  if (node.field === 'function' || node.parent?.type === 'attribute') return false;
  return node.parent?.type === 'argument_list' || node.parent?.type === 'keyword_argument';
}

function isAwaited({ parent }: Node): boolean {
  if (parent?.type === 'parenthesized_expression') return isAwaited(parent);
  return parent?.type === 'await';
}

/** `sys.exit()`, `exit()`, `raise SystemExit`, `raise KeyboardInterrupt`. */
export function findExit(definition: Node, module: Module): Node | undefined {
  for (const node of descendants(definition)) {
    if (node.type === 'raise_statement' && /^raise\s+(?:SystemExit|KeyboardInterrupt)\b/.test(module.text(node)))
      return node;
    if (node.type !== 'call') continue;
    const name = module.resolve(field(node, 'function') as Node) ?? '';
    if (/^(?:sys\.exit|builtins\.(?:exit|quit))$/.test(name)) return node;
  }
  return undefined;
}
