import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';

/** `group.create_task`, where `async with asyncio.TaskGroup() as group` waits for what it is given. */
export function isOfGroup(callee: Node, module: Module): boolean {
  const receiver = callee.type === 'attribute' ? field(callee, 'object') : undefined;
  const definitions = receiver?.type === 'identifier' ? (module.scopes.bindingOf(receiver)?.definitions ?? []) : [];
  return definitions.some(({ kind, statement }) => kind === 'as' && statement.isAsync);
}
