import { findBridgeObstacle, findFutureObstacle } from '../analysis/affinity.js';
import { findLifetimeEffect, refuseRaisingHandler } from '../analysis/effects.js';
import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import { findDependence } from '../analysis/order.js';
import { diagnostic } from '../diagnostics.js';
import { await_ } from '../forms/await.js';
import { bridge } from '../forms/bridge.js';
import type { RunSite } from '../forms/form.js';
import { canRepeat } from '../forms/guard/task-guard.js';
import { guard } from '../forms/guard.js';
import { nameOfLoop } from '../forms/runner-span.js';
import { atLeast } from '../python/version.js';
import { fitAsyncioNames } from './asyncio-names.js';
import { findTasksOfRuns } from './left-tasks.js';
import { refuseSetLoop } from './legacy.js';
import { chooseLibrary } from './libraries.js';
import { refuseSharedGuard } from './loops.js';
import { needsMain, tiesForMain } from './main-shape.js';
import { finishNestAsyncio } from './nest-asyncio.js';
import { findNotes } from './notes.js';
import { BRIDGED, togetherForPortable } from './portable-main.js';
import type { Choice, Target } from './target.js';

export const portable: Target = {
  name: 'portable',
  summary: 'one file for scripts and notebooks: it asks whether a loop is running',
  since: '3.7',
  ties: (facts) => (isCells(facts) ? [] : tiesForMain(facts)),
  together: (group, facts) =>
    atLeast(facts.python, portable.since) && !group.sites.every((site) => placeElsewhere(site, facts) !== undefined)
      ? (refuseSetLoop(group.sites, facts.module) ?? togetherForPortable(group, facts))
      : undefined,
  finish: (outcomes, facts) => [
    ...finishNestAsyncio(outcomes, facts),
    ...fitAsyncioNames(outcomes, facts),
    ...findNotes(facts),
    ...findTasksOfRuns(outcomes, facts),
  ],
  choose(site, facts) {
    if (!atLeast(facts.python, portable.since)) return refuse(site, 'LS631', facts.python);
    const library = chooseLibrary(site, facts);
    if (library !== undefined) return library;
    const place = placeElsewhere(site, facts);
    if (place !== undefined) return { kind: 'keep', note: diagnostic(site.extent, 'LS213', place) };
    switch (site.standing.kind) {
      case 'async-function':
        return { kind: 'write', form: await_, summary: 'await the coroutine' };
      case 'module':
      case 'main-guard':
      case 'function':
      case 'lambda':
      case 'generator':
      case 'class-body':
      case 'annotation':
        return choosePortable(site, facts);
    }
  },
};

/** A thread, a job, a child process: the site is right there as it stands. */
function placeElsewhere(site: RunSite, facts: Facts): string | undefined {
  return site.form === 'await' ? undefined : findElsewhere(site.place ?? site.node, facts.module);
}

/** A cell of a notebook cannot hold a `main()` that others share. */
function isCells(facts: Facts): boolean {
  return facts.module.document.format === 'notebook';
}

/** What is right already stays; a task where nothing needs its end, else the bridge (rules 53-57). */
function choosePortable(site: RunSite, facts: Facts): Choice {
  if (site.portable === 'waits') return { kind: 'keep' };
  if (isCells(facts) && site.form === 'await' && needsMain(facts)) return refuse(site, 'LS636');
  const shared = refuseSharedGuard(site);
  if (shared !== undefined) return shared;
  const { guard: style } = facts.settings;
  const dependence = findDependence(site, facts.module);
  if (site.portable === 'task' && dependence === undefined) return { kind: 'keep' };
  if (site.coroutine === undefined && site.operand === undefined)
    return site.obstacle === undefined ? refuse(site, 'LS633', usageOf(site)) : { kind: 'refuse', why: site.obstacle };
  if (style === 'task' && dependence !== undefined) return refuse(site, 'LS632', dependence);
  const caution = cautionOf(site, dependence);
  // with asyncio.Runner() as runner: later = runner.get_loop().create_task(f())   what is made there is for this loop
  if (site.loop !== undefined && site.loop.leftovers.length > 0)
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS310', nameOfLoop(site)) };
  const raising = refuseRaisingHandler(site, facts.module);
  if (raising !== undefined) return { kind: 'refuse', why: raising };
  // A task would share the kernel's loop, and what the coroutine does to its own
  const isApart = style !== 'task' && findLifetimeEffect(site, facts)?.kind === 'apart';
  if (style !== 'thread' && dependence === undefined && !isApart && canRepeat(site, facts.module, facts.sites)) {
    return { kind: 'write', form: guard, summary: 'ask whether a loop is running', ...caution };
  }
  if (style === 'task') return refuse(site, 'LS632', 'the coroutine would have to be written out twice');
  const obstacle = findFutureObstacle(site, facts.module) ?? findBridgeObstacle(site, facts);
  if (obstacle !== undefined) return { kind: 'refuse', why: obstacle };
  if (!facts.settings.bridge) return refuse(site, 'LS634');
  return { kind: 'write', form: bridge, summary: BRIDGED, ...caution };
}

/** What was wrong with a guard that is mended. */
function cautionOf(site: RunSite, dependence: string | undefined): Pick<Choice & { kind: 'write' }, 'caution'> {
  if (site.flaw !== undefined) return { caution: site.flaw };
  return site.portable === 'task' ? { caution: diagnostic(site.extent, 'LS615', dependence ?? '') } : {};
}

function usageOf({ usage }: RunSite): string {
  switch (usage) {
    case 'async-with':
      return 'async with';
    case 'async-for':
      return 'async for';
    case 'async-comprehension':
      return 'an async comprehension';
    case 'statement':
    case 'value':
      return 'await';
  }
}

function refuse(
  site: RunSite,
  code: 'LS631' | 'LS632' | 'LS633' | 'LS634' | 'LS636',
  ...data: readonly string[]
): Choice {
  return { kind: 'refuse', why: diagnostic(site.extent, code, ...data) };
}
