import { diagnostic } from '../diagnostics.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import type { Form, RunSite } from './form.js';
import { findLoopMaker } from './loop.js';
import { unwrap } from './operand.js';
import { makeSite } from './site.js';

/**
 * `asyncio.run_coroutine_threadsafe(coro, loop).result()`: waits for a loop of another thread. Where that loop is the one of
 * this very thread, nothing is left to run the coroutine: a deadlock (semantics.md §5.31, §1.94).
 *
 *     run_coroutine_threadsafe(c(), background).result()            a loop of another thread: right as it is
 *     run_coroutine_threadsafe(c(), asyncio.get_event_loop()).result()   RunSite { coroutine: c(), loop: current }
 */
export const runCoroutineThreadsafe: Form = {
  name: 'run-coroutine-threadsafe',
  summary: '`asyncio.run_coroutine_threadsafe(coro, loop).result()`',
  since: '3.6',
  *recognize(module) {
    for (const result of module.methodCalls('result')) {
      const receiver = unparenthesized(field(result.function, 'object') as Node);
      const submitted = findSubmission(receiver, module);
      if (submitted === undefined) continue;
      yield toSite(result, submitted, submitted.node === receiver, module);
    }
  },
};

/** Whether the loop is the one of the thread that waits, as far as its own scope shows. */
export function isOwnLoop(site: RunSite, module: Module): boolean {
  const submitted = findSubmission(unparenthesized(field(module.call(site.node).function, 'object') as Node), module);
  const loop = submitted?.args[1] ?? submitted?.keywords.get('loop');
  if (loop === undefined) return false;
  const direct = findLoopMaker(loop, module);
  if (direct !== undefined) return direct !== 'new';
  const binding = loop.type === 'identifier' ? module.scopes.bindingOf(loop) : undefined;
  const { kind } = site.standing;
  return (
    binding !== undefined &&
    binding.definitions.length > 0 &&
    binding.definitions.every(({ node, value }) => {
      const maker = findLoopMaker(value, module);
      // A loop that a module-level line looked up is handed to threads quite rightly; one looked up here is this thread's.
      const here =
        kind === 'module' || kind === 'main-guard' || enclosingFunction(node) === enclosingFunction(site.node);
      return (maker === 'get' || maker === 'running') && here;
    })
  );
}

function toSite(result: Call, submitted: Call, direct: boolean, module: Module): RunSite {
  const coroutine = submitted.args[0] ?? submitted.keywords.get('coro');
  const timeout = result.args[0] ?? result.keywords.get('timeout');
  const options = new Map(timeout === undefined ? [] : [['timeout', timeout]]);
  const operand = coroutine === undefined ? [] : unwrap(result.node, coroutine, module);
  const obstacle =
    submitted.unpacks || coroutine === undefined
      ? diagnostic(result.node, 'LS208')
      : operand.some((edit) => module.text(edit).includes('#'))
        ? diagnostic(result.node, 'LS803')
        : undefined;
  // future = run_coroutine_threadsafe(c(), loop)  …  future.result()   the coroutine stands elsewhere
  const seen = direct ? coroutine : undefined;
  const rest = { options, ...(obstacle !== undefined && { obstacle }), ...(seen !== undefined && { operand }) };
  return makeSite('run-coroutine-threadsafe', result.node, seen, module, rest);
}

function findSubmission(receiver: Node, module: Module): Call | undefined {
  if (receiver.type === 'call') {
    const name = module.resolve(field(receiver, 'function') as Node);
    return name === 'asyncio.run_coroutine_threadsafe' ? module.call(receiver) : undefined;
  }
  const definitions = receiver.type === 'identifier' ? module.scopes.bindingOf(receiver)?.definitions : undefined;
  const value = definitions?.length === 1 ? definitions[0]?.value : undefined;
  return value?.type === 'call' ? findSubmission(value, module) : undefined;
}
