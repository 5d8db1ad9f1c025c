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
  const candidates = facts.sites.filter((site) => site.standing.kind === 'function' && !isSpared(site));
  const byOwner = new Map<Node, Promotion | Diagnostic>();
  for (const { standing } of candidates) {
    if (!byOwner.has(standing.owner))
      byOwner.set(standing.owner, findPromotion(standing.owner, candidates, module, rules));
  }
  const merged = merge([...byOwner.values()].filter((each): each is Promotion => !isDiagnostic(each)));
  const of = (site: RunSite): Promotion | Diagnostic | undefined => {
    const own = candidates.includes(site) ? byOwner.get(site.standing.owner) : undefined;
    if (own === undefined || isDiagnostic(own)) return own;
    return merged.find((each) => each.functions.includes(site.standing.owner)) ?? own;
  };
  return { of, ties: findTies(candidates, of, (owner) => module.text(field(owner, 'name') as Node)) };
}

/** Chains that meet in a function, or whose calls hang on one another (`a().b()`), are written as one. */
function merge(promotions: readonly Promotion[]): readonly Promotion[] {
  const merged: Promotion[] = [];
  for (const promotion of promotions) {
    const meeting = merged.filter((other) => meets(other, promotion));
    const whole = [...meeting, promotion];
    const joined: Promotion = {
      functions: [...new Set(whole.flatMap((each) => each.functions))],
      calls: [...new Set(whole.flatMap((each) => each.calls))],
    };
    merged.splice(0, merged.length, ...merged.filter((other) => !meeting.includes(other)), joined);
  }
  return merged;
}

function meets(a: Promotion, b: Promotion): boolean {
  return (
    a.functions.some((definition) => b.functions.includes(definition)) ||
    a.calls.some((call) => b.calls.some((other) => other.start === call.start))
  );
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
