import type { LoopReference, RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { enclosingFunction, findRepetitions } from '../python/standing.js';
import { contains } from '../text.js';

/**
 * How long a loop lives, and who else needs it (semantics.md sections 3.E, 3.F and 4).
 */

/** Whether the site runs more than once on one loop: it stands in a loop, or in a function, and the event loop is made outside. */
export function isRepeated(site: RunSite, module: Module): boolean {
  const loop = site.loop as LoopReference;
  const isMadeInside = (region: Node) =>
    loop.makers.length > 0 && loop.origin === 'new' && loop.makers.every((maker) => contains(region, maker));
  if (
    site.standing.comprehensions.length > 0 ||
    site.standing.kind === 'lambda' ||
    site.standing.kind === 'generator'
  ) {
    return !isMadeInside(site.node);
  }
  if (findRepetitions(site.node).some((region) => !isMadeInside(region))) return true;
  const owner = enclosingFunction(site.node);
  if (owner === undefined || isMadeInside(owner)) return false;
  return loop.binding?.scope.node !== owner && findEntryCall(owner, module) === undefined;
}

/**
 * The one call of a function that the file calls once, from module level: what it does, the program does once.
 *
 *     def main():
 *         loop = asyncio.get_event_loop()
 *         loop.run_until_complete(serve())
 *
 *     if __name__ == "__main__":
 *         main()
 */
export function findEntryCall(definition: Node, module: Module, depth = 0): Node | undefined {
  if (definition.type !== 'function_definition' || depth > 8) return undefined;
  if (definition.parent?.type === 'decorated_definition') return undefined;
  const name = field(definition, 'name');
  const binding = name === undefined ? undefined : module.scopes.bindingOf(name);
  if (binding === undefined || binding.definitions.length !== 1 || binding.scope.kind !== 'module') return undefined;
  const [use, ...more] = binding.references;
  const call = use?.parent;
  if (use === undefined || call?.type !== 'call' || use.field !== 'function' || more.length > 0) return undefined;
  const { kind, comprehensions, owner } = module.standing(use);
  if (comprehensions.length > 0 || findRepetitions(use).length > 0) return undefined;
  if (kind === 'module' || kind === 'main-guard') return call;
  return kind === 'function' && findEntryCall(owner, module, depth + 1) !== undefined ? call : undefined;
}

export function isEntryPoint(definition: Node, module: Module): boolean {
  return findEntryCall(definition, module) !== undefined;
}

/** asyncio's functions that look for the current loop where none is running (§3.31). */
const CURRENT_LOOP_USERS = [
  'get_event_loop',
  'gather',
  'ensure_future',
  'shield',
  'Future',
  'wrap_future',
  'StreamReader',
];

/** Methods of well-known libraries that run the current loop themselves. */
const LIBRARY_RUNNERS = ['run_polling', 'run_webhook', 'start_polling', 'run_until_disconnected'];

/** The first call of a library's own runner: inside a coroutine it would find a loop that is running already. */
export function findLibraryRunner(module: Module): Node | undefined {
  return LIBRARY_RUNNERS.flatMap((name) => module.methodCalls(name))[0]?.node;
}

/**
 * Code that stays and needs the current loop, which `asyncio.run` takes away (§3.37): a call outside of every coroutine that
 * none of the converted sites accounts for.
 *
 * @param covered Ranges that the conversion removes or moves into a coroutine.
 */
export function findLaterLoopUser(
  sites: readonly RunSite[],
  module: Module,
  covered: readonly { readonly start: number; readonly end: number }[],
): Node | undefined {
  const first = Math.min(...sites.map((site) => site.node.start));
  const calls = [
    ...CURRENT_LOOP_USERS.flatMap((name) => module.calls(`asyncio.${name}`)),
    ...LIBRARY_RUNNERS.flatMap((name) => module.methodCalls(name)),
  ];
  const isLater = (node: Node) => {
    const { kind, owner } = module.standing(node);
    if (kind === 'async-function' || isInsideCoroutine(node, module) || isMended(node, module)) return false;
    // A function may be called after the site, wherever it stands
    return kind === 'function' ? !isOwnerOf(owner, sites) : node.start > first;
  };
  return calls
    .map((call) => call.node)
    .filter((node) => !covered.some((range) => contains(range, node)))
    .sort((a, b) => a.start - b.start)
    .find(isLater);
}

/** `try: loop = asyncio.get_event_loop()⏎except RuntimeError: loop = asyncio.new_event_loop()`: it needs none. */
export function isMended(node: Node, module: Module): boolean {
  return [...ancestors(node)].some(
    (up) =>
      up.type === 'try_statement' &&
      up.children.some(
        (child) =>
          child.type === 'except_clause' &&
          /^except\s*(?::|[^:]*\b(?:RuntimeError|Exception)\b)/.test(module.text(child)),
      ),
  );
}

/** In `@asyncio.coroutine⏎def …`; in a lambda or a def inside an `async def`: a callback, most likely. */
function isInsideCoroutine(node: Node, module: Module): boolean {
  return [...ancestors(node)].some(
    (up) =>
      (up.type === 'function_definition' && up.isAsync) ||
      (up.type === 'decorated_definition' &&
        up.children.some(
          ({ type, children: [name] }) =>
            type === 'decorator' && /^(?:asyncio|types)\.coroutine$/.test(module.resolve(name as Node) ?? ''),
        )),
  );
}

/** The function that holds a site makes or asks for the loop anew on each call. */
function isOwnerOf(owner: Node, sites: readonly RunSite[]): boolean {
  return sites.some((site) => site.standing.owner === owner && site.standing.kind === 'function');
}
