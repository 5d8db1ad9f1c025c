import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { nodesIn, type Reach } from './driven-code.js';

/**
 * Whether a coroutine puts the loop it runs on where it outlives the run, which closes it.
 *
 *     self.loop = asyncio.get_running_loop()
 *     loops.append(asyncio.get_running_loop())
 */
export function keepsLoop(reach: Reach, module: Module): boolean {
  for (const call of nodesIn(reach, 'call')) {
    if (!/^asyncio\.get_(?:running|event)_loop$/.test(module.resolve(field(call, 'function') as Node) ?? '')) continue;
    const { parent } = call;
    const target = parent?.type === 'assignment' ? field(parent, 'left') : undefined;
    if (target?.type === 'identifier' && module.scopes.bindingOf(target)?.scope.kind === 'module') return true;
    if (target !== undefined && target.type !== 'identifier') return true;
    const owner = parent?.type === 'argument_list' ? field(parent.parent, 'function') : undefined;
    if (
      owner?.type === 'attribute' &&
      /^(?:append|add|put_nowait)$/.test(module.text(field(owner, 'attribute') as Node))
    )
      return true;
  }
  return false;
}
