import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import type { Group, Tie } from '../analysis/groups.js';
import { findImporter } from '../analysis/importers.js';
import { findLoopCallers, functionAround, type LoopCallers } from '../analysis/loop-callers.js';
import { spellPlace } from '../analysis/places.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { writeAsyncDefs, writeRuns } from '../forms/async-def.js';
import { await_ } from '../forms/await.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { run } from '../forms/run.js';
import { makeSite } from '../forms/site.js';
import type { NamedFunction } from '../python/functions.js';
import type { Node } from '../python/node.js';
import { atLeast } from '../python/version.js';
import { findSuppression } from '../suppressions.js';
import { findAwaitObstacle } from './legality.js';
import { needsMain } from './main-shape.js';
import type { Choice, Together } from './target.js';

/**
 * A sync helper that a coroutine of the file calls: its `asyncio.run` would fail there, and a stray `await` is a
 * SyntaxError. It is promoted, with everything between it and the coroutine; `undefined` for any other site.
 *
 *     def fetch(u): return await get(u)      async def fetch(u): return await get(u)
 *     async def main(): fetch(1)             async def main(): await fetch(1)
 *     fetch(2)                               asyncio.run(fetch(2))
 */
export function chooseInLoop(site: RunSite, facts: Facts): Choice | undefined {
  const { promotion, sites } = loopCallersOf(facts);
  const stuck = findStuck(site, facts);
  if (stuck !== undefined) return { kind: 'refuse', why: stuck };
  if (promotion === undefined || !sites.includes(site)) return undefined;
  if (isDiagnostic(promotion)) return { kind: 'refuse', why: { ...promotion, at: site.extent } };
  const defs = writeAsyncDefs(promotion.functions, promotion.calls, facts);
  const runs = writeRuns(promotion.runs, facts);
  if (isDiagnostic(defs)) return { kind: 'refuse', why: { ...defs, at: site.extent } };
  if (isDiagnostic(runs)) return { kind: 'refuse', why: { ...runs, at: site.extent } };
  const also = { edits: [...defs.edits, ...runs.edits] };
  return { kind: 'write', form: await_, summary: 'make the helpers of coroutines async', also, promotion };
}

/** `async def main(): sorted(x, key=lambda n: asyncio.run(get(n)))`: a loop is running, and the lambda cannot await. */
function findStuck(site: RunSite, facts: Facts): Diagnostic | undefined {
  if (site.portable !== undefined || functionAround(site.node)?.isAsync !== true) return undefined;
  return findAwaitObstacle(site, facts);
}

/** One answer for sites of which some stand in such helpers: awaits, or none where the loop has other runs too. */
export function togetherInLoop(group: Group, facts: Facts): Together | undefined {
  for (const site of group.sites) {
    const stuck = findElsewhere(site.node, facts.module) === undefined ? findStuck(site, facts) : undefined;
    if (stuck !== undefined) return { kind: 'refuse', why: stuck, culprit: site };
  }
  const { sites } = loopCallersOf(facts);
  const inside = group.sites.filter((site) => sites.includes(site));
  const [first] = inside;
  if (first === undefined) return undefined;
  const other = group.sites.find((site) => site.loop !== undefined && !sites.includes(site));
  if (other !== undefined) {
    const name = first.loop?.binding?.name ?? 'loop';
    const why = diagnostic(first.extent, 'LS302', name, `line ${spellPlace(other.node, facts.module)}`);
    return { kind: 'refuse', why, culprit: first };
  }
  const drafts: Draft[] = [];
  for (const site of group.sites) {
    const choice = chooseInLoop(site, facts);
    if (choice === undefined) return undefined;
    if (choice.kind !== 'write') return choice.kind === 'refuse' ? { ...choice, culprit: site } : undefined;
    const draft = await_.write?.(site, facts);
    if (draft === undefined || isDiagnostic(draft)) return undefined;
    const own = { edits: site.around, removes: site.scaffolding, prunes: site.prunes ?? [] };
    drafts.push(draft, own, choice.also ?? { edits: [] });
  }
  return { kind: 'write', form: await_, summary: 'make the helpers of coroutines async', draft: merge(drafts) };
}

function merge(drafts: readonly Draft[]): Draft {
  return {
    edits: drafts.flatMap((draft) => draft.edits),
    removes: [...new Set(drafts.flatMap((draft) => draft.removes ?? []))],
    prunes: [...new Set(drafts.flatMap((draft) => draft.prunes ?? []))],
  };
}

/** The sites of the helpers convert together. */
export function tiesInLoop(facts: Facts): readonly Tie[] {
  const [first, ...others] = loopCallersOf(facts).sites;
  return first === undefined
    ? []
    : others.map((other) => ({ a: first, b: other, tie: 'helpers that coroutines call' }));
}

const known = new WeakMap<Facts, LoopCallers>();

function loopCallersOf(facts: Facts): LoopCallers {
  const cached = known.get(facts);
  if (cached !== undefined) return cached;
  const rules = {
    findAwaitObstacle: (node: Node) =>
      findSuppression(node, facts.module) ?? findAwaitObstacle(makeSite('run', node, node, facts.module), facts),
    findSiteObstacle: (site: RunSite) => findSiteObstacle(site, facts),
    findImporter: (found: NamedFunction) => findImporter(found, facts),
  };
  const found = findLoopCallers(facts, rules, (call) => findRunObstacle(call, facts));
  known.set(facts, found);
  return found;
}

/** Why `asyncio.run(…)` cannot be put around a call of the helper. */
function findRunObstacle(call: Node, facts: Facts): string | undefined {
  const skipped = findSuppression(call, facts.module);
  if (skipped !== undefined) return skipped.message;
  if (!atLeast(facts.python, run.since)) return `there is no \`asyncio.run\` in Python ${facts.python}`;
  const { kind } = facts.module.standing(call);
  const moves = (kind === 'module' || kind === 'main-guard') && needsMain(facts);
  return moves ? 'it may move into `main()`' : undefined;
}

function findSiteObstacle(site: RunSite, facts: Facts): Diagnostic | undefined {
  const obstacle = site.refusal ?? site.obstacle ?? findAwaitObstacle(site, facts);
  if (obstacle !== undefined) return obstacle;
  const written = await_.write?.(site, facts);
  return written !== undefined && isDiagnostic(written) ? written : undefined;
}
