import { getAutoawait } from '../analysis/autoawait.js';
import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import { await_ } from '../forms/await.js';
import type { RunSite } from '../forms/form.js';
import { isOwnLoop } from '../forms/run-coroutine-threadsafe.js';
import { getTwin } from '../forms/twin.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { findOtherRunner } from './legality.js';
import type { Choice } from './target.js';

/**
 * What becomes of sites of other libraries (rule 45), as far as it differs from what becomes of `asyncio.run`; `undefined`
 * where it does not.
 *
 *     uvloop.run(main())      script: stays          notebook: as asyncio.run
 *     anyio.run(main, 1)      script: stays          notebook: as asyncio.run(main(1))
 *     trio.run(main)          stays everywhere, but `await main()` under %autoawait trio
 *     agent.run_sync(q)       script: stays          notebook: `await agent.run(q)`, unsafe
 *     run_coroutine_threadsafe(c, loop).result()     stays unless the loop is the waiting thread's own: a deadlock
 */
export function chooseLibrary(site: RunSite, facts: Facts): Choice | undefined {
  switch (site.form) {
    case 'uvloop':
    case 'anyio':
    case 'async-to-sync':
      return chooseDriver(site, facts);
    case 'wrapper':
      return runsLoop(facts) || site.standing.kind === 'async-function' ? undefined : { kind: 'keep' };
    case 'tornado':
      return chooseDriver(site, facts) ?? chooseUnseen(site, facts);
    case 'trio':
      return chooseTrio(site, facts);
    case 'twin':
      return chooseTwin(site, facts);
    case 'run-coroutine-threadsafe':
      return chooseThreadsafe(site, facts);
    default:
      return undefined;
  }
}

/** What hinders such a site inside of a `main()`, where a loop runs; `keep` where it is right there as it is. */
export function chooseInsideMain(site: RunSite, facts: Facts): Exclude<Choice, { kind: 'write' }> | undefined {
  const other = findOtherRunner(site, facts);
  if (other !== undefined) return { kind: 'refuse', why: other };
  switch (site.form) {
    case 'trio':
      return { kind: 'keep' };
    case 'run-coroutine-threadsafe':
      return isOwnLoop(site, facts.module) ? undefined : { kind: 'keep' };
    case 'twin': {
      const callee = facts.module.text(facts.module.call(site.node).function);
      return {
        kind: 'refuse',
        why: diagnostic(site.extent, 'LS809', callee, getTwin(site, facts.module, facts.settings).advice),
      };
    }
    case 'tornado':
      return chooseUnseen(site, facts) && { kind: 'refuse', why: diagnostic(site.extent, 'LS805') };
    default:
      return undefined;
  }
}

/** Drivers that make a loop, and fail inside of one, as `asyncio.run` does. */
function chooseDriver(site: RunSite, facts: Facts): Choice | undefined {
  if (runsLoop(facts) || site.standing.kind === 'async-function') return undefined;
  if (facts.settings.to === 'script') return { kind: 'keep' };
  // A guard would have to name the driver in its no-loop arm, and it writes asyncio.run there.
  return { kind: 'refuse', why: diagnostic(site.extent, 'LS214', site.form, facts.settings.to) };
}

/** `run_sync(f)`: f may return nothing at all; only an `async def` of this file is known not to. */
function chooseUnseen(site: RunSite, facts: Facts): Choice | undefined {
  const { module } = facts;
  const [given] = module.call(site.node).args;
  const fn = given === undefined ? undefined : unparenthesized(given);
  const body = fn?.type === 'lambda' ? field(fn, 'body') : undefined;
  const called = body === undefined ? fn : field(body, 'function');
  if (called?.type === 'identifier') {
    const definitions = module.scopes.bindingOf(called)?.definitions ?? [];
    const isAsync = ({ node }: { readonly node: Node }) => node.parent?.isAsync === true;
    if (definitions.length > 0 && definitions.every((each) => each.kind === 'def' && isAsync(each))) return undefined;
  }
  if (!isPlainPlace(site)) return { kind: 'refuse', why: diagnostic(site.extent, 'LS805') };
  return awaited(site, 'LS805', []);
}

function chooseTrio(site: RunSite, facts: Facts): Choice {
  const { on, runner } = getAutoawait(facts.module.document, site.node.start);
  const { kind } = site.standing;
  const awaits = on && runner === 'trio' && (kind === 'module' || kind === 'main-guard');
  if (facts.settings.to === 'notebook' && awaits) {
    return { kind: 'write', form: await_, summary: 'await the coroutine' };
  }
  return { kind: 'keep', ...(runsLoop(facts) && { note: diagnostic(site.extent, 'LS804') }) };
}

function chooseTwin(site: RunSite, facts: Facts): Choice {
  if (!runsLoop(facts) && site.standing.kind !== 'async-function') return { kind: 'keep' };
  const callee = facts.module.text(facts.module.call(site.node).function);
  const { advice, twin, wrapped } = getTwin(site, facts.module, facts.settings);
  if (site.operand === undefined) {
    // app.run(use_reloader=False): `run_task` does not take it
    const differs = twin === undefined && wrapped === undefined ? '' : ', which takes other arguments';
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS809', callee, advice + differs) };
  }
  if (!isPlainPlace(site)) return { kind: 'refuse', why: diagnostic(site.extent, 'LS809', callee, advice) };
  return awaited(site, 'LS808', [callee, advice]);
}

function chooseThreadsafe(site: RunSite, facts: Facts): Choice | undefined {
  if (!isOwnLoop(site, facts.module)) return { kind: 'keep', note: diagnostic(site.extent, 'LS807') };
  const canAwait = site.coroutine !== undefined && (runsLoop(facts) || site.standing.kind === 'async-function');
  return canAwait ? undefined : { kind: 'refuse', why: diagnostic(site.extent, 'LS806') };
}

function awaited(site: RunSite, code: 'LS805' | 'LS808', data: readonly string[]): Choice {
  const caution = diagnostic(site.extent, code, ...data);
  return { kind: 'write', form: await_, summary: 'await the async twin', safety: 'unsafe', caution };
}

function isPlainPlace({ standing: { kind } }: RunSite): boolean {
  return kind === 'module' || kind === 'main-guard' || kind === 'async-function';
}

/** The target runs a loop of its own, in which every cell or input stands. */
function runsLoop({ settings }: Facts): boolean {
  return settings.to === 'notebook' || settings.to === 'repl';
}
