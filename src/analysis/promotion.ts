import type { DiagnosticCode } from '../catalog/index.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { getFunction, type NamedFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Range } from '../text.js';
import { findCallObstacle, findHeldLock, findUseObstacle } from './callers.js';
import { findDefinitionObstacle } from './definitions.js';
import { spellPlace } from './places.js';

/**
 * A sync helper with a run site becomes `async def`, and so does every function that calls it, up to the places that can
 * await (semantics.md §7, rules 58-61).
 *
 *     def fetch(u): return asyncio.run(get(u))     async def fetch(u): return await get(u)
 *     def both(a, b): return fetch(a), fetch(b)    async def both(a, b): return await fetch(a), await fetch(b)
 *     print(both(1, 2))                            print(await both(1, 2))
 *
 * All or nothing: one use that cannot await, or that cannot be seen, keeps the whole chain sync.
 *
 * A function without a caller: in a notebook (and a percent-format file) every caller is in sight, so none has to change,
 * and the helper is promoted; cells typed later see an `async def`. In a plain module its callers are elsewhere (an entry
 * point, an import), so it stays sync (LS426).
 */
export interface Promotion {
  /** The `def`s that become async: the helper with the site first. */
  readonly functions: readonly Node[];
  /** The calls that become awaits. */
  readonly calls: readonly Node[];
}

/** What the target says of a place and of a site; asked for every link of a chain. */
export interface PromotionRules {
  /** Why a call that stands here could not be awaited, its function once promoted. */
  findAwaitObstacle(node: Node): Diagnostic | undefined;
  /** Which other file may call a function. */
  findImporter(found: NamedFunction): Obstacle | undefined;
  /** Why a site could not become an await. */
  findSiteObstacle(site: RunSite): Diagnostic | undefined;
}

/** What stands in the way: which function, where, and what more the message says. */
export interface Obstacle {
  readonly code: DiagnosticCode;
  readonly name: string;
  readonly at: Range;
  readonly detail?: string;
}

/**
 * @param definition the `def` that holds a run site
 * @returns the chain, or why there is none; the diagnostic points at the definition.
 */
export function findPromotion(
  definition: Node,
  sites: readonly RunSite[],
  module: Module,
  rules: PromotionRules,
): Promotion | Diagnostic {
  const functions = new Set<Node>();
  const calls = new Set<Node>();
  const queue = [definition];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (functions.has(next)) continue;
    const found = getFunction(next, module);
    for (const each of found.definitions) functions.add(each);
    const obstacle =
      findDefinitionObstacle(found, module) ??
      rules.findImporter(found) ??
      findBlockedSite(found.definitions, sites, rules, module);
    if (obstacle !== undefined) return explainObstacle(definition, obstacle, module);
    for (const use of found.uses) {
      const blocked = findUseObstacle(found, use, module) ?? findCallObstacle(found, use, module, rules);
      if (blocked !== undefined) return explainObstacle(definition, blocked, module);
      if (use.call === undefined) continue;
      calls.add(use.call);
      const standing = module.standing(use.call);
      if (standing.kind === 'function') queue.push(standing.owner);
    }
  }
  return { functions: [...functions], calls: [...calls] };
}

/** A site in one of the functions has to become an await too, once its function is async. */
export function findBlockedSite(
  definitions: readonly Node[],
  sites: readonly RunSite[],
  rules: PromotionRules,
  module: Module,
): Obstacle | undefined {
  for (const site of definitions.flatMap((definition) => sitesByOwner(sites).get(definition) ?? [])) {
    const name = nameOf(site.standing.owner, module);
    const lock = findHeldLock(site.node, module);
    if (lock !== undefined) return { code: 'LS419', name, at: lock, detail: module.text(lock) };
    if (rules.findSiteObstacle(site) !== undefined) return { code: 'LS425', name, at: site.node };
  }
  return undefined;
}

const owned = new WeakMap<readonly RunSite[], ReadonlyMap<Node, readonly RunSite[]>>();

/** The sites that stand in a sync function, by the function. */
function sitesByOwner(sites: readonly RunSite[]): ReadonlyMap<Node, readonly RunSite[]> {
  const cached = owned.get(sites);
  if (cached !== undefined) return cached;
  const byOwner = new Map<Node, RunSite[]>();
  for (const site of sites) {
    const { kind, owner } = site.standing;
    if (kind !== 'function') continue;
    const own = byOwner.get(owner);
    if (own === undefined) byOwner.set(owner, [site]);
    else own.push(site);
  }
  owned.set(sites, byOwner);
  return byOwner;
}

/** An obstacle as a diagnostic, at the definition. */
export function explainObstacle(definition: Node, obstacle: Obstacle, module: Module): Diagnostic {
  const more = obstacle.detail === undefined ? [] : [obstacle.detail];
  return diagnostic(
    definition,
    obstacle.code,
    nameOf(definition, module),
    obstacle.name,
    spellPlace(obstacle.at, module),
    ...more,
  );
}

function nameOf(definition: Node, module: Module): string {
  return module.text(field(definition, 'name') as Node);
}

/** A promotion as a person reads it: every function that changes, and where it is called from. */
export interface PromotedFunction {
  readonly name: string;
  readonly definition: Node;
  /** The call, and the function around it that is promoted for its sake; `undefined` where the place can await as it is. */
  readonly callers: readonly { readonly call: Node; readonly within: string | undefined }[];
}

/** The chain of a promotion, function by function, the helper with the site first: what `scan --tree` shows. */
export function describePromotion(promotion: Promotion, module: Module): readonly PromotedFunction[] {
  return promotion.functions.map((definition) => {
    const { uses } = getFunction(definition, module);
    const callers = uses.flatMap(({ call }) => {
      if (call === undefined) return [];
      const { kind, owner } = module.standing(call);
      return [{ call, within: kind === 'function' ? nameOf(owner, module) : undefined }];
    });
    return { name: nameOf(definition, module), definition, callers };
  });
}
