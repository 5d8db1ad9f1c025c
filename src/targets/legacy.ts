import { getReach } from '../analysis/driven-code.js';
import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { keepsLoop } from '../analysis/kept-loops.js';
import { findEntryCall, isRepeated } from '../analysis/lifetime.js';
import { findLoopNeed } from '../analysis/loop-needs.js';
import { findMadeEarly } from '../analysis/made-early.js';
import { findSetLoop } from '../analysis/set-loops.js';
import { findCutShort, findStop } from '../analysis/stops.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { isDiagnostic, type RunSite } from '../forms/form.js';
import { classifyOperand } from '../forms/future.js';
import { findFactory } from '../forms/loop.js';
import { run } from '../forms/run.js';
import { runner } from '../forms/runner.js';
import { writeOwnRunner } from '../forms/runner-attribute.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf, unparenthesized } from '../python/node.js';
import { topLevel } from '../python/span.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains } from '../text.js';
import { type Way, writeApart, writeMain, writeOnOneLoop } from './legacy-ways.js';
import { refuseForeign } from './loops.js';
import type { Together } from './target.js';

/**
 * What a script makes of the sites on one legacy loop (behaviour.md, "Script target" 4): converted whole or not at all.
 *
 *     one run                    asyncio.run(main())
 *     one run of a future        async def main(): await asyncio.gather(…)   asyncio.run(main())
 *     several runs on one loop   with asyncio.Runner() as runner: …          (3.11)
 */
export function chooseLegacyGroup(group: Group, facts: Facts): Together | undefined {
  if (!atLeast(facts.python, run.since) || !group.sites.every((site) => isLegacy(site, facts))) return undefined;
  const [first] = group.sites as readonly [RunSite, ...RunSite[]];
  if (isKeptInCells(first, facts) && (group.sites.length > 1 || isRepeated(first, facts.module))) return undefined;
  const foreign = group.sites.find(
    ({ loop }) => loop?.kind === 'foreign' && (loop.origin === 'unknown' || loop.leftovers.length > 0),
  );
  // def serve(loop): loop.run_forever()   on a thread of its own: right as it stands, whosever the loop is
  if (foreign !== undefined && group.sites.every((site) => runsForeverElsewhere(site, facts))) return undefined;
  if (foreign !== undefined) return { kind: 'refuse', why: refuseForeign(foreign, facts), culprit: foreign };
  const odd = refuseSetLoop(group.sites, facts.module);
  if (odd !== undefined) return odd;
  const own = writeOwn(group.sites, facts);
  if (own !== undefined) return own;
  const doubtful = group.sites.find((site) => isDoubtful(site, facts));
  const forever = group.sites.find((site) => site.form === 'run-forever');
  if (forever !== undefined) return writeForever(forever, doubtful !== undefined, group.sites, facts);
  if (doubtful !== undefined) {
    const together = writeApart(group.sites, facts);
    if (together.kind === 'refuse') return together;
    return { ...together, safety: 'unsafe', caution: describeDoubt(doubtful, facts) };
  }
  const isSingle = (group.sites.length === 1 && !isRepeated(first, facts.module)) || areMadeInTurn(group.sites, facts);
  const ways =
    isMadeTooEarly(group.sites, facts) || isMadeInFront(group.sites, facts) || isKeptOpen(first, facts)
      ? [writeMain]
      : isSingle
        ? [writeApart, writeMain, writeOnOneLoop]
        : waysForSeveral(group, facts);
  const [early] = findMadeEarly(group.sites, facts.module);
  if (early !== undefined) return writeAroundMade(early, ways, group.sites, facts);
  let refused: Together | undefined;
  for (const write of ways) {
    const together = write(group.sites, facts);
    if (together.kind === 'write') return together;
    if (together.why.code === 'LS708' && isMadeInFront(group.sites, facts)) return together;
    refused ??= together;
  }
  return refused;
}

function runsForeverElsewhere({ form, place, node }: RunSite, { module }: Facts): boolean {
  return form === 'run-forever' && findElsewhere(place ?? node, module) !== undefined;
}

/** A loop that nobody closes, and that the coroutine keeps for what comes behind. */
function isKeptOpen(site: RunSite, { module }: Facts): boolean {
  if (site.loop?.isClosed !== false || !keepsLoop(getReach(site, module), module)) return false;
  return topLevel(module).some(({ start }) => start > site.node.end);
}

/** A loop that an object has for itself. */
function writeOwn(sites: readonly RunSite[], { module, python }: Facts): Together | undefined {
  const isFile = module.document.format !== 'notebook' && atLeast(python, runner.since);
  if (!isFile || !sites.every(({ form, loop }) => form === 'run-until-complete' && loop?.kind === 'foreign'))
    return undefined;
  const draft = writeOwnRunner(sites, module);
  if (draft === undefined) return undefined;
  if (isDiagnostic(draft)) return { kind: 'refuse', why: draft };
  return { kind: 'write', form: runner, summary: 'keep the loop of the object with `asyncio.Runner`', draft };
}

/** `main()` takes in what was made for the loop; whatever leaves it outside is likely right, and no more. */
function writeAroundMade(made: Node, ways: readonly Way[], sites: readonly RunSite[], facts: Facts): Together {
  const { module } = facts;
  const moved = writeMain(sites, facts);
  if (moved.kind === 'write') return moved;
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const name = first.loop?.binding?.name ?? 'get_event_loop()';
  const caution = diagnostic(first.extent, 'LS302', name, `\`${module.text(made).split('\n', 1)[0]}\` may ask for it`);
  const other = ways.map((write) => write(sites, facts)).find(({ kind }) => kind === 'write');
  return other?.kind === 'write' ? { ...other, safety: 'unsafe', caution } : moved;
}

/** `asyncio.set_event_loop(Loud())`: what `get_event_loop()` gives is no loop that `asyncio.run` would make. */
export function refuseSetLoop(sites: readonly RunSite[], module: Module): Together | undefined {
  for (const site of sites) {
    const call = findSetLoop(site, module) ?? findOtherKind(site, module);
    if (call === undefined) continue;
    const { line } = module.document.locate(call.start);
    const name = site.loop?.binding?.name ?? 'get_event_loop()';
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS304', name, `set on line ${line}`), culprit: site };
  }
  return undefined;
}

/** `if sys.platform == 'win32': loop = asyncio.SelectorEventLoop()`, and a plain one else; `SelectorEventLoop(selector)`. */
function findOtherKind({ loop }: RunSite, module: Module): Node | undefined {
  const makers = loop?.makers ?? [];
  const isOdd = (maker: Node) => findFactory(maker, module) !== undefined;
  if (makers.length > 1) return makers.find(isOdd);
  return makers.find((maker) => isOdd(maker) && module.call(unparenthesized(maker)).args.length > 0);
}

/** `loop = asyncio.new_event_loop()` again in front of each run: a loop for each, as `asyncio.run` has it. */
function areMadeInTurn(sites: readonly RunSite[], { module }: Facts): boolean {
  const [first] = sites;
  const makers = first?.loop?.makers ?? [];
  if (sites.length < 2 || makers.length !== sites.length || first?.loop?.origin !== 'new') return false;
  const blocks = new Set(
    [...sites.map((site) => statementOf(site.node)), ...makers.map(statementOf)].map((node) => node.parent),
  );
  if (blocks.size > 1 || sites.some((site) => site.loop?.binding !== first.loop?.binding || isRepeated(site, module)))
    return false;
  return sites.every((site, index) => {
    const [own, next] = [makers[index], makers[index + 1]];
    return own !== undefined && own.end <= site.node.start && (next === undefined || site.node.end <= next.start);
  });
}

/**
 * What the program itself stops, goes on being stopped: it runs on a Runner's loop, which is made and closed for it.
 *
 *     loop.call_later(1, loop.stop)      with asyncio.Runner() as runner:
 *     loop.run_forever()                     loop = runner.get_loop()
 *     loop.close()                           loop.call_later(1, loop.stop)
 *                                            loop.run_forever()
 */
function writeStopped(sites: readonly RunSite[], facts: Facts): Together | undefined {
  const { module, python } = facts;
  const isNamed = sites.every(({ loop }) => loop?.binding !== undefined && loop.kind === 'private');
  if (!isNamed || !atLeast(python, runner.since)) return undefined;
  const isBound = isMadeTooEarly(sites, facts) || isMadeInFront(sites, facts);
  if (isBound || findMadeEarly(sites, module).length > 0 || findCutShort(module) !== undefined) return undefined;
  return writeOnOneLoop(sites, facts);
}

/** A server: what starts it and what waits for ever go into one coroutine, if nobody stops the loop from elsewhere. */
function writeForever(forever: RunSite, isShared: boolean, sites: readonly RunSite[], facts: Facts): Together {
  const { module } = facts;
  const refuse = (why: string): Together => ({ kind: 'refuse', why: diagnostic(forever.extent, 'LS312', why) });
  if (isShared) return refuse('callers may share the loop');
  const reads = sites.flatMap((site) => site.loop?.leftovers ?? []);
  // except KeyboardInterrupt: loop.stop()   when it is over anyway
  const gone = sites.flatMap((site) => site.loop?.scaffolding ?? []);
  const stop = findStop(reads, module, gone);
  if (stop === undefined) return writeMain(sites, facts);
  const kept = writeStopped(sites, facts);
  if (kept?.kind === 'write') return kept;
  return refuse(`\`${module.text(stop)}\` on line ${module.document.locate(stop.start).line} ends it`);
}

/**
 * A future of the current loop of that moment, which neither `asyncio.run` nor a Runner has: it moves along, or nothing does.
 *
 *     for url in urls:
 *         task = asyncio.ensure_future(fetch(url))
 *         tasks.append(task)
 *     loop.run_until_complete(asyncio.gather(*tasks))
 *
 *     asyncio.get_event_loop().call_later(1, tick)
 */
function isMadeInFront(sites: readonly RunSite[], { module }: Facts): boolean {
  const homes = new Set(sites.map(({ node }) => enclosingFunction(node)));
  return [...homes]
    .flatMap((home) => (home === undefined ? topLevel(module) : (field(home, 'body')?.children ?? [])))
    .some((statement) => {
      const need = sites.some((site) => contains(statement, site.node))
        ? undefined
        : findLoopNeed(statement, module, '3.10');
      if (need === undefined) return false;
      const callee = field(need, 'function') as Node;
      const object = field(callee, 'object');
      const made = module.resolve(callee);
      // asyncio.get_event_loop().create_task(…) is found whole, asyncio.get_event_loop().call_soon(…) by its loop
      if (made === 'asyncio.get_event_loop') return need.parent?.type === 'attribute' && !isTail(need.parent, module);
      if (object?.type === 'call' && module.resolve(field(object, 'function') as Node) === 'asyncio.get_event_loop')
        return true;
      return made !== undefined && /^asyncio\.(?:ensure_future|gather|shield|Future|as_completed)$/.test(made);
    });
}

/** `asyncio.get_event_loop().close()`: it says nothing to the runs. */
function isTail(attribute: Node, module: Module): boolean {
  const method = module.text(field(attribute, 'attribute') as Node);
  return /^(?:close|is_closed|is_running|run_until_complete|run_forever|stop|shutdown_\w+)$/.test(method);
}

/** Until 3.9 a queue or a lock belongs to the current loop of the moment it is made in (rule 38): it has to move along. */
function isMadeTooEarly(sites: readonly RunSite[], { module, python }: Facts): boolean {
  if (atLeast(python, '3.10') || sites.some((site) => enclosingFunction(site.node) !== undefined)) return false;
  const gone = new Set(sites.flatMap((site) => site.loop?.scaffolding ?? []));
  return topLevel(module).some(
    (statement) =>
      !gone.has(statement) &&
      !sites.some((site) => contains(statement, site.node)) &&
      findLoopNeed(statement, module, python) !== undefined,
  );
}

/** A future that was made in front of the run wants a coroutine around both; plain runs keep their places on a `Runner`. */
function waysForSeveral(group: Group, facts: Facts): readonly Way[] {
  if (!atLeast(facts.python, runner.since)) return [writeMain, writeOnOneLoop];
  const isHeld = (site: RunSite) => classifyOperand(site.coroutine as Node, facts.module) === 'held-future';
  return group.sites.some(isHeld) ? [writeMain, writeOnOneLoop] : [writeOnOneLoop, writeMain];
}

function describeDoubt(site: RunSite, facts: Facts): Diagnostic {
  if (site.loop?.kind === 'foreign') return refuseForeign(site, facts);
  const name = field(enclosingFunction(site.node), 'name');
  return diagnostic(site.extent, 'LS305', name === undefined ? 'it' : facts.module.text(name));
}

/** Cells share one loop made once where Python has no Runner: what stands there already does. */
export function isKeptInCells({ form, loop }: RunSite, { module, python }: Facts): boolean {
  if (module.document.format !== 'notebook' || atLeast(python, runner.since)) return false;
  return form === 'run-until-complete' && loop !== undefined && loop.origin !== 'unknown';
}

/** A run on a loop that the file holds; a Runner below 3.11 is one too, of a kind that does not exist there. */
function isLegacy(site: RunSite, facts: Facts): boolean {
  const isRunner = site.form === 'runner' && !atLeast(facts.python, runner.since);
  if (site.form !== 'run-until-complete' && site.form !== 'run-forever' && !isRunner) return false;
  if (site.loop?.origin === 'runner' && atLeast(facts.python, runner.since)) return false;
  if (site.form === 'run-forever') return site.standing.kind !== 'async-function';
  return site.coroutine !== undefined && site.standing.kind !== 'async-function';
}

/** `get_event_loop()` in a function that others may call: the loop may be theirs. `self.loop`: its runs may lean on each other. */
export function isDoubtful(site: RunSite, facts: Facts): boolean {
  if (site.loop?.kind === 'foreign') return true;
  if (site.loop?.kind !== 'current') return false;
  const owner = enclosingFunction(site.node);
  return owner === undefined || findEntryCall(owner, facts.module) === undefined;
}
