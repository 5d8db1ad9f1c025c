import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';

/**
 * Whether a use of a loop beside its runs gives another answer, or comes too late, where the loop is running already.
 *
 *     loop.is_running()               False between two runs
 *     loop.is_closed()                True once it was closed
 *     loop.set_task_factory(make)     makes the task of the run as well
 *
 * @param read The loop's name.
 */
export function mindsRunning(read: Node, module: Module): boolean {
  const minds =
    /^(?:is_running|is_closed|set_task_factory)$/.test(methodOf(read, module)) || isHandedOver(read, module);
  return minds && !isInCoroutine(read);
}

/** The same where a Runner makes the loop, and closes it in its own way: with two more tasks, at the end of its block. */
export function mindsClosing(read: Node, module: Module): boolean {
  return /^(?:is_closed|set_task_factory)$/.test(methodOf(read, module)) && !isInCoroutine(read);
}

/** `Thread(target=loop.run_forever)`: who is handed the method runs the loop, nobody sees until when. */
export function isHandedOver(read: Node, module: Module): boolean {
  return /^run_(?:forever|until_complete)$/.test(methodOf(read, module)) && read.parent?.field !== 'function';
}

function methodOf(read: Node, module: Module): string {
  const { parent } = read;
  const method = parent?.type === 'attribute' && read.field === 'object' ? field(parent, 'attribute') : undefined;
  return method === undefined ? '' : module.text(method);
}

/** Where the loop is the one that runs. */
export function isInCoroutine(read: Node): boolean {
  return [...ancestors(read)].some((up) => up.type === 'function_definition' && up.isAsync);
}
