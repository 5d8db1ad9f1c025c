import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import { mayRunInLoop } from '../analysis/loop-callers.js';
import { spellPlace } from '../analysis/places.js';
import { findThreadError } from '../analysis/thread-errors.js';
import { diagnostic } from '../diagnostics.js';
import { await_ } from '../forms/await.js';
import type { RunSite } from '../forms/form.js';
import { findForm } from '../forms/index.js';
import { run } from '../forms/run.js';
import { runUntilComplete } from '../forms/run-until-complete.js';
import { runner } from '../forms/runner.js';
import { nameOfLoop } from '../forms/runner-span.js';
import { atLeast } from '../python/version.js';
import { fitAsyncioNames } from './asyncio-names.js';
import { findLastingContexts } from './cell-contexts.js';
import { findTasksOfRuns } from './left-tasks.js';
import { chooseLegacyGroup, isKeptInCells } from './legacy.js';
import { findOtherRunner } from './legality.js';
import { chooseLibrary } from './libraries.js';
import { refuseSharedGuard } from './loops.js';
import { tiesForMain, togetherForMain } from './main-shape.js';
import { finishNestAsyncio } from './nest-asyncio.js';
import { findNotes } from './notes.js';
import { tiesForOldPython, togetherForOldPython } from './old-python.js';
import { chooseInLoop, tiesInLoop, togetherInLoop } from './script-promotion.js';
import { chooseStray, tiesOfStrays, togetherStrays } from './stray.js';
import type { Choice, Target } from './target.js';

export const script: Target = {
  name: 'script',
  summary: 'a plain Python process: no loop is running, `await` is legal in `async def` only',
  since: '3.6',
  ties: (facts) => [...tiesForMain(facts), ...tiesForOldPython(facts), ...tiesInLoop(facts), ...tiesOfStrays(facts)],
  finish: (outcomes, facts) => [
    ...finishNestAsyncio(outcomes, facts),
    ...fitAsyncioNames(outcomes, facts),
    ...findTasksOfRuns(outcomes, facts),
    ...findLastingContexts(outcomes, facts),
    ...findNotes(facts),
  ],
  together: (group, facts) =>
    togetherInLoop(group, facts) ??
    togetherForMain(group, facts) ??
    togetherForOldPython(group, facts) ??
    togetherStrays(group, facts) ??
    chooseLegacyGroup(group, facts),
  choose(site, facts) {
    const library = chooseLibrary(site, facts);
    if (library !== undefined) return library;
    const other = findOtherRunner(site, facts);
    if (other !== undefined) return { kind: 'refuse', why: other };
    const modern = atLeast(facts.python, run.since);
    const place = site.form === 'await' ? undefined : findElsewhere(site.place ?? site.node, facts.module);
    if (place !== undefined) return chooseElsewhere(site, place, facts);
    if (site.portable !== undefined && mayRunInLoop(site, facts.module)) return chooseAsking(site, facts);
    const inLoop = chooseInLoop(site, facts);
    if (inLoop !== undefined) return inLoop;
    const stray = chooseStray(site, facts);
    if (stray !== undefined) return stray;
    switch (site.standing.kind) {
      case 'async-function':
        // asyncio.run() inside a coroutine always fails (semantics.md §4.24)
        return { kind: 'write', form: await_, summary: 'await the coroutine' };
      case 'module':
      case 'main-guard':
      case 'function':
      case 'lambda':
      case 'generator':
      case 'class-body':
      case 'annotation':
        return modern ? chooseRun(site, facts) : chooseLegacy(site, facts);
    }
  },
};

/** In a thread, a job or a handler no loop runs, and none is set: what exists in this Python is right there (§3.41). */
function chooseElsewhere(site: RunSite, place: string, facts: Facts): Choice {
  const { since, name } = findForm(site.form) ?? run;
  if (atLeast(facts.python, since)) return { kind: 'keep', note: diagnostic(site.extent, 'LS213', place) };
  return { kind: 'refuse', why: diagnostic(site.extent, 'LS216', name, place, facts.python) };
}

/** `async def main(): load()`, where `load` asks whether a loop is running: it has to, also in a script. */
function chooseAsking(site: RunSite, facts: Facts): Choice {
  const { since, name } = findForm(site.form) ?? run;
  if (atLeast(facts.python, since)) return { kind: 'keep' };
  return {
    kind: 'refuse',
    why: diagnostic(site.extent, 'LS216', name, 'a function that coroutines call', facts.python),
  };
}

function chooseRun(site: RunSite, facts: Facts): Choice {
  if (site.form === 'run' || (isAsking(site) && site.obstacle !== undefined)) return { kind: 'keep' };
  const error = findThreadError(site, facts.module);
  if (error !== undefined)
    return { kind: 'keep', note: diagnostic(site.extent, 'LS355', spellPlace(error.at, facts.module)) };
  const shared = refuseSharedGuard(site);
  if (shared !== undefined) return shared;
  if (isKeptInCells(site, facts)) return { kind: 'keep' };
  const isRunner = site.form === 'runner' || site.loop?.origin === 'runner';
  if (isRunner && atLeast(facts.python, runner.since)) return { kind: 'keep' };
  if (site.coroutine === undefined)
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS214', site.usage, facts.settings.to) };
  return { kind: 'write', form: run, summary: 'run the coroutine with `asyncio.run`' };
}

/** A guard or a bridge is right in a script, whatever keeps it from being written in another form. */
function isAsking({ form }: RunSite): boolean {
  return form === 'guard' || form === 'bridge';
}

function chooseLegacy(site: RunSite, { python }: Facts): Choice {
  if (site.form === 'run-until-complete' || site.form === 'run-forever') return { kind: 'keep' };
  if (site.form === 'runner')
    return {
      kind: 'refuse',
      why: diagnostic(site.extent, 'LS306', nameOfLoop(site), `Python ${python} has no \`asyncio.Runner\``),
    };
  return { kind: 'write', form: runUntilComplete, summary: 'run the coroutine with `run_until_complete`' };
}
