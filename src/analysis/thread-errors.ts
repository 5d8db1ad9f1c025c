import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { field } from '../python/node.js';
import { type Failure, failuresOfAwaited } from './failures.js';

/**
 * What a coroutine raises on a thread that is only waited for: it ends the thread, is printed, and the program goes on.
 *
 *     thread = threading.Thread(target=asyncio.run, args=(check(),))
 *     thread.start()
 *     thread.join()
 */
export function findThreadError({ form, usage, node, coroutine }: RunSite, module: Module): Failure | undefined {
  if (form !== 'bridge' || usage !== 'statement' || node.type !== 'call' || coroutine === undefined) return undefined;
  if (module.resolve(field(node, 'function') ?? node) !== 'threading.Thread') return undefined;
  return failuresOfAwaited(coroutine, module)[0];
}
