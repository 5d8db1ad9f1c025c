import type { Diagnostic } from '../findings.js';
import { isDiagnostic, type RunSite } from '../forms/form.js';
import { getFunction, type Use } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { findCallObstacle, findUseObstacle } from './callers.js';
import { findDefinitionObstacle } from './definitions.js';
import { findElsewhere } from './elsewhere.js';
import type { Facts } from './facts.js';
import type { Obstacle, Promotion, PromotionRules } from './promotion.js';
import { explainObstacle, findBlockedSite } from './promotion.js';

/**
 * Sync helpers that drive a coroutine and are called by coroutines of the same file: where no loop should run, one does, and
 * they fail (semantics.md §4.24). A script promotes them, with the calls in between; every other caller runs the new
 * coroutine where it called the helper.
 *
 *     def fetch(u): return asyncio.run(get(u))       async def fetch(u): return await get(u)
 *     async def main(): fetch(1)                     async def main(): await fetch(1)
 *     fetch(2)                                       asyncio.run(fetch(2))
 */
export interface LoopCallers {
  /** What the helpers need, as one; `calls` await, `runs` are given to `asyncio.run`. `undefined` where there are none. */
  readonly promotion: (Promotion & { readonly runs: readonly Node[] }) | Diagnostic | undefined;
  /** The sites of the helpers. */
  readonly sites: readonly RunSite[];
}

export function findLoopCallers(
  facts: Facts,
  rules: PromotionRules,
  canRun: (call: Node) => string | undefined,
): LoopCallers {
  const { module } = facts;
  const candidates = facts.sites.filter((site) => isDriven(site, module));
  const owners = candidates.flatMap((site) => functionAround(site.node) ?? []);
  const inLoop = findFunctionsInLoop(new Set(owners.filter((owner) => !owner.isAsync)), module);
  const sites = candidates.filter((site) => inLoop.has(functionAround(site.node) as Node));
  const [first] = sites;
  if (first === undefined) return { promotion: undefined, sites };
  // A function may have several definitions, and they the same uses.
  const calls = new Set<Node>();
  const runs = new Set<Node>();
  for (const definition of inLoop) {
    const found = getFunction(definition, module);
    for (const each of found.definitions) inLoop.add(each);
    let obstacle: Obstacle | undefined =
      findDefinitionObstacle(found, module) ??
      rules.findImporter(found) ??
      findBlockedSite(found.definitions, candidates, rules, module) ??
      findSyncSite(definition, candidates, found.name);
    for (const use of found.uses) {
      obstacle ??= findUseObstacle(found, use, module);
      if (use.call === undefined || obstacle !== undefined) continue;
      if (runsInLoop(use.call, inLoop, module)) {
        obstacle = findCallObstacle(found, use, module, rules);
        calls.add(use.call);
        continue;
      }
      const detail = use.call.parent?.type === 'await' ? 'its result is awaited already' : canRun(use.call);
      if (detail !== undefined) obstacle = { code: 'LS415', name: found.name, at: use.call, detail };
      runs.add(use.call);
    }
    if (obstacle !== undefined)
      return { promotion: explainObstacle(functionAround(first.node) as Node, obstacle, module), sites };
  }
  return { promotion: { functions: [...inLoop], calls: [...calls], runs: [...runs] }, sites };
}

/** `key=lambda n: asyncio.run(get(n))` in a function that would become async: it cannot await, and would begin to fail. */
function findSyncSite(definition: Node, sites: readonly RunSite[], name: string): Obstacle | undefined {
  const site = sites.find((each) => each.standing.kind !== 'function' && functionAround(each.node) === definition);
  return site && { code: 'LS425', name, at: site.node };
}

/** Forms that drive a coroutine on a loop of their own, or cannot stand in a sync function at all. */
const FAILS_IN_LOOP: readonly RunSite['form'][] = ['run', 'await', 'run-until-complete', 'guard', 'uvloop', 'anyio'];

/** It drives a coroutine in this thread, and fails where a loop is running. */
function isDriven(site: RunSite, module: Module): boolean {
  if (site.portable !== undefined || !FAILS_IN_LOOP.includes(site.form)) return false;
  return site.form === 'await' || findElsewhere(site.node, module) === undefined;
}

/**
 * A coroutine of the file may get to a site: its function is called, or named, in one, or in a function that is. A guard or a
 * bridge is right there; a plain run would fail.
 */
export function mayRunInLoop(site: RunSite, module: Module): boolean {
  const owner = functionAround(site.node);
  if (owner === undefined || owner.isAsync) return false;
  const seen = new Set<Node>();
  const queue = [owner];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const { node, call } of getFunction(next, module).uses) {
      if (findElsewhere(call ?? node, module) !== undefined) continue;
      const around = functionAround(node);
      if (around?.isAsync) return true;
      if (around !== undefined) queue.push(around);
    }
  }
  return false;
}

/** The functions through which a coroutine, or a function that is going to be one, reaches a site. */
function findFunctionsInLoop(owners: ReadonlySet<Node>, module: Module): Set<Node> {
  const drivers = new Map<Node, readonly Use[]>();
  const queue = [...owners];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (drivers.has(next)) continue;
    const { uses } = getFunction(next, module);
    drivers.set(next, uses);
    for (const { call, uncertain } of uses) {
      const around = call === undefined || uncertain ? undefined : functionAround(call);
      if (around !== undefined && !around.isAsync) queue.push(around);
    }
  }
  const inLoop = new Set<Node>();
  for (let size = -1; size !== inLoop.size; ) {
    size = inLoop.size;
    for (const [driver, uses] of drivers) {
      const isCalled = uses.some(
        ({ call, uncertain }) => call !== undefined && !uncertain && runsInLoop(call, inLoop, module),
      );
      if (isCalled) inLoop.add(driver);
    }
  }
  return inLoop;
}

/** Inside of a coroutine function, also in a lambda there; defaults and decorators belong outside. */
function runsInLoop(call: Node, inLoop: ReadonlySet<Node>, module: Module): boolean {
  const around = functionAround(call);
  if (around === undefined || findElsewhere(call, module) !== undefined) return false;
  return around.isAsync || inLoop.has(around);
}

/** The `def` whose body holds a node, lambdas left out of account. */
export function functionAround(node: Node): Node | undefined {
  let child = node;
  for (const up of ancestors(node)) {
    if (up.type === 'function_definition' && child === field(up, 'body')) return up;
    child = up;
  }
  return undefined;
}

/** The refusal that stands for all sites of the helpers, where there is one. */
export function refusalOf({ promotion }: LoopCallers): Diagnostic | undefined {
  return promotion !== undefined && isDiagnostic(promotion) ? promotion : undefined;
}
