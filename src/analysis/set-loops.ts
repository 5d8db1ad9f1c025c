import type { RunSite } from '../forms/form.js';
import { findClass, getMethods } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { contains } from '../text.js';

/**
 * The call that makes a loop of a kind of its own the current one, which `get_event_loop()` then gives. `asyncio.run` asks for
 * no current loop: it makes a plain one.
 *
 *     asyncio.set_event_loop(Loud())
 *     loop = asyncio.get_event_loop()
 *     loop.run_until_complete(main())
 */
export function findSetLoop({ loop, node }: RunSite, module: Module): Node | undefined {
  if (loop?.origin !== 'get') return undefined;
  const home = enclosingFunction(node);
  const calls = ['asyncio.set_event_loop', 'asyncio.events.set_event_loop'].flatMap((name) => module.calls(name));
  const found = calls.find(({ node: call, args: [argument] }) => {
    const place = enclosingFunction(call);
    if (argument === undefined || (place !== undefined && place !== home)) return false;
    if (loop.scaffolding.some((statement) => contains(statement, call))) return false;
    return argument.type !== 'none' && !isPlain(argument, module);
  });
  return found?.node;
}

/**
 * The call that sets a policy which this file defines: the loops that `asyncio.run` makes from then on are of its kind, and the
 * one that runs in a notebook is not.
 *
 *     asyncio.set_event_loop_policy(SchedulerPolicy())
 *     asyncio.run(main())
 */
export function findOwnPolicy(module: Module): Node | undefined {
  const found = module.calls('asyncio.set_event_loop_policy').find(({ args: [policy] }) => {
    const made = policy?.type === 'call' ? field(policy, 'function') : policy;
    const owner = made === undefined ? undefined : findClass(made, module);
    return owner !== undefined && getMethods(owner, 'new_event_loop', module).length > 0;
  });
  return found?.node;
}

/** What `asyncio.run` makes as well, or would on Windows. */
const PLAIN = /^asyncio\.(?:events\.new_event_loop|new_event_loop|(?:windows_events\.)?ProactorEventLoop)$/;

function isPlain(expression: Node, module: Module): boolean {
  if (expression.type === 'call') return PLAIN.test(module.resolve(field(expression, 'function') as Node) ?? '');
  const definitions = module.scopes.bindingOf(expression)?.definitions ?? [];
  return (
    definitions.length > 0 &&
    definitions.every(({ value }) => value !== undefined && value.type === 'call' && isPlain(value, module))
  );
}
