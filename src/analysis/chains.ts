import type { Diagnostic } from '../findings.js';
import { isDiagnostic, type RunSite } from '../forms/form.js';
import { field, type Node } from '../python/node.js';
import type { Facts } from './facts.js';
import type { Tie } from './groups.js';
import { findPromotion, type Promotion, type PromotionRules } from './promotion.js';

/** The promotions of one document: chains that share a function are one, and convert together. */
export interface Chains {
  /** What the site's function needs to become `async def`, or why it cannot; `undefined` for a site in no sync function. */
  of(site: RunSite): Promotion | Diagnostic | undefined;
  readonly ties: readonly Tie[];
}

/** Works out the chain of every site that stands in a sync function and is not `spared` (it runs in a thread, say). */
export function findChains(facts: Facts, rules: PromotionRules, isSpared: (site: RunSite) => boolean): Chains {
  const { module } = facts;
  const candidates = new Set(facts.sites.filter((site) => site.standing.kind === 'function' && !isSpared(site)));
  const sites = [...candidates];
  const byOwner = new Map<Node, Promotion | Diagnostic>();
  for (const { standing } of candidates) {
    if (!byOwner.has(standing.owner)) byOwner.set(standing.owner, findPromotion(standing.owner, sites, module, rules));
  }
  const merged = merge([...byOwner.values()].filter((each): each is Promotion => !isDiagnostic(each)));
  const of = (site: RunSite): Promotion | Diagnostic | undefined => {
    const own = candidates.has(site) ? byOwner.get(site.standing.owner) : undefined;
    if (own === undefined || isDiagnostic(own)) return own;
    return merged.get(own) ?? own;
  };
  return { of, ties: findTies(sites, of, (owner) => module.text(field(owner, 'name') as Node)) };
}

/** Chains that meet in a function, or whose calls hang on one another (`a().b()`), are written as one: that one, for each of them. */
function merge(promotions: readonly Promotion[]): ReadonlyMap<Promotion, Promotion> {
  const parent = promotions.map((_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  // What a chain has in common with another: a function, or the place where a call starts.
  const first = new Map<Node | number, number>();
  promotions.forEach(({ functions, calls }, index) => {
    for (const shared of [...functions, ...calls.map((call) => call.start)]) {
      const earlier = first.get(shared);
      if (earlier === undefined) first.set(shared, index);
      else parent[rootOf(index)] = rootOf(earlier);
    }
  });
  const wholes = new Map<number, Promotion[]>();
  promotions.forEach((promotion, index) => {
    const root = rootOf(index);
    const whole = wholes.get(root);
    if (whole === undefined) wholes.set(root, [promotion]);
    else whole.push(promotion);
  });
  const merged = new Map<Promotion, Promotion>();
  for (const whole of wholes.values()) {
    const joined: Promotion = {
      functions: [...new Set(whole.flatMap((each) => each.functions))],
      calls: [...new Set(whole.flatMap((each) => each.calls))],
    };
    for (const promotion of whole) merged.set(promotion, joined);
  }
  return merged;
}

function findTies(sites: readonly RunSite[], of: Chains['of'], nameOf: (owner: Node) => string): readonly Tie[] {
  const ties: Tie[] = [];
  const first = new Map<Promotion, RunSite>();
  for (const site of sites) {
    const chain = of(site);
    if (chain === undefined || isDiagnostic(chain)) continue;
    const earlier = first.get(chain);
    if (earlier === undefined) first.set(chain, site);
    else ties.push({ a: earlier, b: site, tie: `the helper \`${nameOf(earlier.standing.owner)}\`` });
  }
  return ties;
}
