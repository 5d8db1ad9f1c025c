import { findBridgeObstacle, findFutureObstacle } from '../analysis/affinity.js';
import { type Chains, findChains } from '../analysis/chains.js';
import { findNewDisplays } from '../analysis/display.js';
import { findEffect } from '../analysis/effects.js';
import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import type { Tie } from '../analysis/groups.js';
import { findImport, findImporter, findOpenPromotion } from '../analysis/importers.js';
import type { Promotion } from '../analysis/promotion.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { writeAsyncDefs } from '../forms/async-def.js';
import { await_ } from '../forms/await.js';
import { bridge } from '../forms/bridge.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { makeSite } from '../forms/site.js';
import type { NamedFunction } from '../python/functions.js';
import { field, type Node } from '../python/node.js';
import { atLeast } from '../python/version.js';
import { findSuppression } from '../suppressions.js';
import { fitAsyncioNames } from './asyncio-names.js';
import { findTasksOfBridges, findTasksThatGoOn } from './left-tasks.js';
import { findAwaitObstacle } from './legality.js';
import { chooseLibrary } from './libraries.js';
import { chooseForever, minding } from './loops.js';
import { chooseUnderMagic, findMagicObstacle, findMagicTies } from './magics.js';
import { finishNestAsyncio } from './nest-asyncio.js';
import { findNotes } from './notes.js';
import type { Choice, Target } from './target.js';

/**
 * A loop is running, and cells may await.
 *
 *     asyncio.run(main())                      await main()
 *     def go(): return asyncio.run(main())     async def go(): return await main(), and its callers await
 *     Thread(target=lambda: asyncio.run(c()))  as it is: no loop runs in the thread
 *     class K: x = asyncio.run(main())         the bridge: it cannot await
 */
export const notebook: Target = {
  name: 'notebook',
  summary: 'IPython 7 and later: a loop is running, cells may await',
  since: '3.6',
  choose: chooseForNotebook,
  finish: (outcomes, facts) => [
    ...finishNestAsyncio(outcomes, facts),
    ...fitAsyncioNames(outcomes, facts),
    ...findTasksThatGoOn(outcomes, facts),
    ...findTasksOfBridges(outcomes, facts),
    ...findNotes(facts),
  ],
  polish: findNewDisplays,
  ties: tiesForNotebook,
};

/** Sites under one cell magic, and sites that hang on one helper, convert together. */
export function tiesForNotebook(facts: Facts): readonly Tie[] {
  return [...findMagicTies(facts), ...chainsOf(facts).ties];
}

/** Where a loop runs and cells may await: every site becomes `await`, as far as its place and its effects allow. */
export function chooseForNotebook(site: RunSite, facts: Facts): Choice {
  // pool.submit(asyncio.run, main()).result(timeout=5)   right with a running loop too
  if (site.portable === 'waits' && site.obstacle !== undefined) return { kind: 'keep' };
  return minding(chooseByEffect(site, facts), site, facts);
}

function chooseByEffect(site: RunSite, facts: Facts): Choice {
  const choice = chooseByPlace(site, facts);
  if (choice.kind !== 'write' || choice.form !== await_) return choice;
  const chain = chainsOf(facts).of(site);
  const calls = chain === undefined || isDiagnostic(chain) ? [] : chain.calls;
  const effect = findEffect(site, calls, facts);
  switch (effect?.kind) {
    case undefined:
      return choice;
    case 'refuse':
      return refuse(site, effect.why);
    case 'apart':
      return chooseBridge(site, effect.why, facts);
    case 'caution':
      return { caution: effect.why, ...choice };
  }
}

function chooseByPlace(site: RunSite, facts: Facts): Choice {
  const place = findPlaceElsewhere(site, facts);
  if (place !== undefined) return { kind: 'keep', note: diagnostic(site.extent, 'LS213', place) };
  const library = chooseLibrary(site, facts);
  if (library !== undefined && library.kind !== 'write') return library;
  const imported = site.form === 'await' ? undefined : findImport(site, facts);
  if (imported !== undefined) return chooseBridge(site, imported, facts);
  const obstacle = findAwaitObstacle(site, facts);
  if (obstacle !== undefined) return isTopLevel(site) ? refuse(site, obstacle) : chooseBridge(site, obstacle, facts);
  const under = chooseUnderMagic(site, facts);
  if (under?.kind === 'write' && library !== undefined) return { ...under, ...library };
  if (under !== undefined) return under;
  if (library !== undefined) return library;
  const { kind } = site.standing;
  switch (kind) {
    case 'module':
    case 'main-guard':
    case 'async-function':
      if (site.form === 'run-forever') return chooseForever(site, facts);
      if (site.form === 'await') return { kind: 'keep' };
      return { kind: 'write', form: await_, summary: 'await the coroutine' };
    case 'function':
      return choosePromotion(site, facts);
    case 'lambda':
    case 'generator':
    case 'class-body':
    case 'annotation':
      throw new Error(`findAwaitObstacle let ${kind} through`);
  }
}

/** Where the site runs, if not where the loop does. A stray `await` is right nowhere. */
function findPlaceElsewhere(site: RunSite, facts: Facts): string | undefined {
  if (site.form === 'await' || site.form === 'run-coroutine-threadsafe') return undefined;
  return findElsewhere(site.place ?? site.node, facts.module);
}

function choosePromotion(site: RunSite, facts: Facts): Choice {
  const own = findSiteObstacle(site, facts);
  if (own !== undefined) return chooseBridge(site, own, facts);
  const promotion = chainsOf(facts).of(site);
  if (promotion === undefined) throw new Error('a site in a sync function has no chain');
  if (isDiagnostic(promotion)) return chooseBridge(site, promotion, facts);
  const also = asyncDefsOf(promotion, facts);
  if (isDiagnostic(also)) return chooseBridge(site, also, facts);
  const summary = `make \`${nameOf(site.standing.owner, facts)}\` and its callers async`;
  const open = findOpenPromotion(promotion, facts);
  const caution = open === undefined ? {} : { caution: { ...open, at: site.extent } };
  return { kind: 'write', form: await_, summary, also, promotion, ...caution };
}

const written = new WeakMap<Promotion, Draft | Diagnostic>();

/** What makes a chain async, written once for all of its sites: a chain belongs to one document. */
function asyncDefsOf(promotion: Promotion, facts: Facts): Draft | Diagnostic {
  const draft = written.get(promotion) ?? writeAsyncDefs(promotion.functions, promotion.calls, facts);
  written.set(promotion, draft);
  return draft;
}

/** A sync function, a lambda or a class body that needs the value: on a thread of its own, with `why` as a caution. */
function chooseBridge(site: RunSite, why: Diagnostic, facts: Facts): Choice {
  // run_sync(main()), a guard that hands a task to the loop: right as it stands
  if (site.portable !== undefined && site.flaw === undefined) return { kind: 'keep' };
  if (!facts.settings.bridge || !canBridge(site, facts)) return refuse(site, why);
  const obstacle = findFutureObstacle(site, facts.module) ?? findBridgeObstacle(site, facts);
  if (obstacle !== undefined) return { kind: 'refuse', why: obstacle };
  const caution = { ...why, at: site.extent };
  return { kind: 'write', form: bridge, summary: 'run the coroutine on a thread of its own', caution };
}

function refuse(site: RunSite, why: Diagnostic): Choice {
  return { kind: 'refuse', why: { ...why, at: site.extent } };
}

/** Outside of every function; what is refused there (`%autoawait off`) is refused by the notebook itself. */
function isTopLevel({ standing: { kind, comprehensions } }: RunSite): boolean {
  return (kind === 'module' || kind === 'main-guard') && comprehensions.length === 0;
}

function canBridge(site: RunSite, facts: Facts): boolean {
  return (site.coroutine !== undefined || site.operand !== undefined) && atLeast(facts.python, bridge.since);
}

const known = new WeakMap<Facts, Chains>();

/** The promotions of the document, worked out once. */
function chainsOf(facts: Facts): Chains {
  const found = known.get(facts);
  if (found !== undefined) return found;
  const rules = {
    findAwaitObstacle: (node: Node) => findCallObstacle(node, facts),
    findSiteObstacle: (site: RunSite) => findSiteObstacle(site, facts),
    findImporter: (found: NamedFunction) => findImporter(found, facts),
  };
  const chains = findChains(facts, rules, (site) => findPlaceElsewhere(site, facts) !== undefined);
  known.set(facts, chains);
  return chains;
}

/** Why the call of a promoted function could not be awaited where it stands. */
function findCallObstacle(call: Node, facts: Facts): Diagnostic | undefined {
  const skipped = findSuppression(call, facts.module);
  if (skipped !== undefined) return skipped;
  const asSite = makeSite('run', call, call, facts.module);
  return findMagicObstacle(call, facts) ?? findImport(asSite, facts) ?? findAwaitObstacle(asSite, facts);
}

/** Why a site of a promoted function could not become an await. */
function findSiteObstacle(site: RunSite, facts: Facts): Diagnostic | undefined {
  const obstacle = site.refusal ?? site.obstacle ?? findAwaitObstacle(site, facts);
  if (obstacle !== undefined) return obstacle;
  const written = await_.write?.(site, facts);
  return written !== undefined && isDiagnostic(written) ? written : undefined;
}

export function nameOf(definition: RunSite['standing']['owner'], facts: Facts): string {
  const name = field(definition, 'name');
  return name === undefined ? 'lambda' : facts.module.text(name);
}
