import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction, findRepetitions } from '../python/standing.js';
import { contains, type Range } from '../text.js';

/**
 * Where the file stops a loop that runs for ever.
 *
 *     loop.stop()                            the loop itself
 *     asyncio.get_running_loop().stop()      whatever loop runs
 *     def done(it): it.stop()                a parameter, where the loop is handed to something
 *
 * @param reads of the variable that holds the loop, other than its runs
 * @param gone what is taken away with the loop
 */
export function findStop(reads: readonly Node[], module: Module, gone: readonly Range[]): Node | undefined {
  return [...module.find('attribute')].find((node) => {
    const object = getStopped(node, module);
    if (object === undefined || gone.some((range) => contains(range, node))) return false;
    return reads.includes(object) || /loop/i.test(module.text(object)) || isHanded(object, reads, module);
  });
}

/** A stop of the loop by who does not hold its variable: it is handed the loop, or asks for the one that runs. */
export function findStopByOthers(reads: readonly Node[], module: Module): Node | undefined {
  return [...module.find('attribute')].find((node) => {
    const object = getStopped(node, module);
    return object !== undefined && (isAsked(object, module) || isHanded(object, reads, module));
  });
}

/**
 * What may still go on when the loop is stopped, and shows how it ends: a Runner cancels it, a loop that is closed does not.
 *
 *     async def tick():
 *         try: …
 *         finally: print("over")
 *
 * A coroutine that stops the loop itself is at its end then, where there is one of it.
 */
export function findCutShort(module: Module): Node | undefined {
  const asked = ['cancelled', 'done', 'exception', 'result', 'add_done_callback']
    .flatMap((name) => module.methodCalls(name))
    .find(({ node }) => !stopsAnything(node, module));
  if (asked !== undefined) return asked.node;
  return [...module.find('function_definition')].find((definition) => {
    const seesItsEnd = ['try_statement', 'with_statement'].some(
      (type) => [...module.find(type, definition)].length > 0,
    );
    return definition.isAsync && seesItsEnd && !(stopsAnything(definition, module) && isOnce(definition, module));
  });
}

function stopsAnything(within: Node, module: Module): boolean {
  return [...module.find('attribute', within)].some((node) => getStopped(node, module) !== undefined);
}

function isOnce(definition: Node, module: Module): boolean {
  const name = field(definition, 'name');
  const uses = (name && module.scopes.bindingOf(name)?.references) ?? [];
  return (
    uses.length === 1 &&
    findRepetitions(uses[0] as Node).length === 0 &&
    enclosingFunction(uses[0] as Node) === undefined
  );
}

/** `loop` of `loop.stop` */
function getStopped(node: Node, module: Module): Node | undefined {
  return module.text(field(node, 'attribute') as Node) === 'stop' ? field(node, 'object') : undefined;
}

function isHanded(object: Node, reads: readonly Node[], module: Module): boolean {
  const isParameter = module.scopes.bindingOf(object)?.definitions.some(({ kind }) => kind === 'parameter') ?? false;
  return isParameter && reads.some((read) => read.parent?.type === 'argument_list');
}

function isAsked(object: Node, module: Module): boolean {
  const callee = object.type === 'call' ? module.resolve(field(object, 'function') as Node) : undefined;
  return callee === 'asyncio.get_running_loop' || callee === 'asyncio.get_event_loop';
}
