import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { enclosingFunction, findRepetitions } from '../python/standing.js';
import { contains } from '../text.js';
import { findCellContext, findLeakedContext } from './context-vars.js';
import { getReach } from './driven-code.js';
import type { Facts } from './facts.js';
import { findInterruptHandler, findOwnInterrupt } from './interrupts.js';
import { findLeftSibling, findLoudCancel } from './left-siblings.js';
import { findLeftTask } from './left-tasks.js';
import { findLoopState, findOwnCallback, findRaisingHandler, findSignalHandler } from './loop-state.js';
import { findOpenGenerator } from './open-generators.js';
import { spellPlace } from './places.js';
import { findOwnPolicy } from './set-loops.js';
import { findTaskExit } from './task-exits.js';
import { findThreadError } from './thread-errors.js';

/** What an await would change besides the way the coroutine is driven. */
export interface Effect {
  /**
   * - `refuse`: neither an await nor a thread does what the run did.
   * - `apart`: a loop of its own is needed, which a bridge gives.
   * - `caution`: it converts, and says so.
   */
  readonly kind: 'refuse' | 'apart' | 'caution';
  readonly why: Diagnostic;
}

/**
 * What a run does besides its result, where an await in a cell would not (rules 28, 29, 31, 67).
 *
 * @param calls the calls that become awaits with the site, where its function is promoted
 */
export function findEffect(site: RunSite, calls: readonly Node[], facts: Facts): Effect | undefined {
  const places = site.standing.kind === 'function' ? calls : [site.node, ...calls];
  return (
    findLifetimeEffect(site, facts) ??
    findStarImport(places, facts) ??
    findCellEffect(site, places, facts) ??
    findInterruptEffect(site, [site.node, ...calls], facts)
  );
}

/** Forms that make a loop for one run, and end it: with it goes what the coroutine left behind. */
const ONE_RUN: readonly RunSite['form'][] = ['run', 'guard', 'bridge', 'uvloop', 'anyio', 'wrapper'];

/** A handler of signals in the file raises: it would hit whatever runs the loop, and stops nothing on another thread. */
export function refuseRaisingHandler(site: RunSite, module: Module): Diagnostic | undefined {
  const raising = findRaisingHandler(module);
  if (raising === undefined) return undefined;
  const [name = ''] = module.text(raising.handler).split('\n', 1);
  return diagnostic(site.extent, 'LS351', name, spellPlace(raising.set, module));
}

/** The part of it that any loop shows which goes on when the run is over: the kernel's, under an await or a task. */
export function findLifetimeEffect(site: RunSite, { module, sites }: Facts): Effect | undefined {
  // asyncio.run() in a coroutine never worked: there is nothing to keep
  if (site.standing.kind === 'async-function' || site.form === 'await') return undefined;
  const reach = getReach(site, module);
  const handler = findSignalHandler(reach, module);
  if (handler !== undefined)
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS343', module.text(handler), spellPlace(handler, module)) };
  const raising = refuseRaisingHandler(site, module);
  if (raising !== undefined) return { kind: 'refuse', why: raising };
  const exit = findTaskExit(site, reach, module);
  if (exit !== undefined)
    return { kind: 'apart', why: diagnostic(site.extent, 'LS350', module.text(exit), spellPlace(exit, module)) };
  const error = findThreadError(site, module);
  if (error !== undefined)
    return { kind: 'apart', why: diagnostic(site.extent, 'LS355', spellPlace(error.at, module)) };
  const state = findLoopState(reach, module, isOnlyLoop(site, sites));
  if (state !== undefined)
    return { kind: 'apart', why: diagnostic(site.extent, 'LS342', module.text(state), spellPlace(state, module)) };
  const policy = ONE_RUN.includes(site.form) ? findOwnPolicy(module) : undefined;
  if (policy !== undefined) return { kind: 'apart', why: diagnostic(site.extent, 'LS357', spellPlace(policy, module)) };
  const callback = findOwnCallback(reach, module);
  if (callback !== undefined)
    return {
      kind: 'apart',
      why: diagnostic(site.extent, 'LS356', module.text(callback), spellPlace(callback, module)),
    };
  if (!ONE_RUN.includes(site.form) && site.form !== 'run-until-complete' && site.form !== 'runner') return undefined;
  const task = isLastRun(site, sites) ? findLeftTask(reach, module, startersOf(site)) : undefined;
  if (task !== undefined) {
    const starter = module.text(field(task, 'function') as Node);
    return { kind: 'apart', why: diagnostic(site.extent, 'LS340', starter, spellPlace(task, module)) };
  }
  const sibling = isLastRun(site, sites) ? findLeftSibling(reach, module) : undefined;
  if (sibling !== undefined) {
    const [line, by] = [spellPlace(sibling.task, module), spellPlace(sibling.by, module)];
    return { kind: 'apart', why: diagnostic(site.extent, 'LS352', module.text(sibling.task), line, by) };
  }
  const cancelled = ONE_RUN.includes(site.form) ? findLoudCancel(reach, module) : undefined;
  if (cancelled !== undefined) {
    const [line, by] = [spellPlace(cancelled.task, module), spellPlace(cancelled.by, module)];
    return { kind: 'apart', why: diagnostic(site.extent, 'LS354', module.text(cancelled.task), line, by) };
  }
  const generator = ONE_RUN.includes(site.form) ? findOpenGenerator(reach, module) : undefined;
  if (generator !== undefined) {
    const why = diagnostic(site.extent, 'LS349', module.text(generator), spellPlace(generator, module));
    return { kind: 'apart', why };
  }
  const context = findLeakedContext(site, sites, module);
  if (context === undefined) return undefined;
  const why = diagnostic(
    site.extent,
    'LS341',
    context.name,
    spellPlace(context.set, module),
    spellPlace(context.read, module),
  );
  return { kind: 'apart', why };
}

/** Timers and jobs of a legacy loop are what its coroutines wait for, more often than not. */
function startersOf(site: RunSite): { readonly methods?: RegExp; readonly all?: boolean } {
  return ONE_RUN.includes(site.form) ? {} : { methods: /^create_task$/, all: true };
}

/** All runs of the file are on one loop, at home and where the kernel's takes its place: what is kept by loop stays together. */
function isOnlyLoop(site: RunSite, sites: readonly RunSite[]): boolean {
  if (site.loop === undefined || !areAll(site.loop.key, loopsOf(sites))) return false;
  // for _ in range(2): loop = asyncio.new_event_loop()   one name, many loops
  return site.loop.makers.every(
    (maker) => enclosingFunction(maker) === undefined && findRepetitions(maker).length === 0,
  );
}

/** A loop of the file's own runs no more once its one run is over: what is left pending on it stays so. */
function isLastRun(site: RunSite, sites: readonly RunSite[]): boolean {
  return ONE_RUN.includes(site.form) || !sites.some((other) => other !== site && other.loop?.key === site.loop?.key);
}

/** Worked out once for all sites. */
function loopsOf(sites: readonly RunSite[]): ReadonlySet<string | undefined> {
  const loops = known.get(sites) ?? new Set(sites.map(({ loop }) => loop?.key));
  known.set(sites, loops);
  return loops;
}

const known = new WeakMap<readonly RunSite[], ReadonlySet<string | undefined>>();

function areAll(key: string, keys: ReadonlySet<string | undefined>): boolean {
  return keys.size === 0 || (keys.size === 1 && keys.has(key));
}

/** IPython on Python 3.7 puts an awaiting cell into a function, where `import *` is illegal (§1.61). */
function findStarImport(places: readonly Node[], { module, python }: Facts): Effect | undefined {
  if (python !== '3.7' || !module.document.interactive) return undefined;
  const star = places.flatMap((place) => {
    const cell = rootOf(place);
    return module.scopes.starImports.filter((each) => contains(cell, each));
  })[0];
  return star && { kind: 'refuse', why: diagnostic(star, 'LS348', spellPlace(star, module)) };
}

/** A cell that gets its first await loses what it sets in its context (rule 28). */
function findCellEffect(site: RunSite, places: readonly Node[], { module, sites }: Facts): Effect | undefined {
  if (!module.document.interactive) return undefined;
  for (const cell of new Set(places.map(rootOf))) {
    if (sites.some((each) => each.form === 'await' && contains(cell, each.node) && isAtTop(each))) continue;
    const found = findCellContext(cell, module);
    if (found === undefined) continue;
    const { name, set, read } = found.use;
    const at = spellPlace(set, module);
    if (found.leaves)
      return { kind: 'apart', why: diagnostic(site.extent, 'LS347', name, at, spellPlace(read, module)) };
    return { kind: 'caution', why: diagnostic(site.extent, 'LS346', name, at) };
  }
  return undefined;
}

function findInterruptEffect(site: RunSite, places: readonly Node[], { module }: Facts): Effect | undefined {
  for (const place of places) {
    const handler = findInterruptHandler(place, module);
    if (handler === undefined) continue;
    const own = findOwnInterrupt(module);
    if (own !== undefined)
      return {
        kind: 'refuse',
        why: diagnostic(site.extent, 'LS345', spellPlace(handler, module), spellPlace(own, module)),
      };
    return { kind: 'caution', why: diagnostic(site.extent, 'LS344', spellPlace(handler, module)) };
  }
  return undefined;
}

function isAtTop({ standing: { kind } }: RunSite): boolean {
  return kind === 'module' || kind === 'main-guard';
}

function rootOf(node: Node): Node {
  let root = node;
  while (root.parent !== undefined) root = root.parent;
  return root;
}
