import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { findEntryCall, findLaterLoopUser, findLibraryRunner, isRepeated } from '../analysis/lifetime.js';
import { findLoopNeed } from '../analysis/loop-needs.js';
import { reachableFrom } from '../analysis/reach.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { classifyOperand } from '../forms/future.js';
import { type Interrupt, planInterrupt } from '../forms/interrupt.js';
import { writeEntry, writeLegacyAwaits } from '../forms/legacy-awaits.js';
import { writeLegacyRun } from '../forms/legacy-run.js';
import { main } from '../forms/main.js';
import { run } from '../forms/run.js';
import { runner } from '../forms/runner.js';
import { nameOfLoop, usesContextVars, writeRunnerSpan } from '../forms/runner-span.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf } from '../python/node.js';
import { topLevel } from '../python/span.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains, type Range } from '../text.js';
import { refuseForeign } from './loops.js';
import { moveIntoMain } from './main-shape.js';
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
  if (foreign !== undefined) return { kind: 'refuse', why: refuseForeign(foreign, facts), culprit: foreign };
  const doubtful = group.sites.find((site) => isDoubtful(site, facts));
  const forever = group.sites.find((site) => site.form === 'run-forever');
  if (forever !== undefined) return writeForever(forever, doubtful !== undefined, group.sites, facts);
  if (doubtful !== undefined) {
    const together = writeApart(group.sites, facts);
    if (together.kind === 'refuse') return together;
    return { ...together, safety: 'unsafe', caution: describeDoubt(doubtful, facts) };
  }
  const isSingle = (group.sites.length === 1 && !isRepeated(first, facts.module)) || areMadeInTurn(group.sites, facts);
  const ways = isMadeTooEarly(group.sites, facts)
    ? [writeMain]
    : isSingle
      ? [writeApart, writeMain, writeOnOneLoop]
      : waysForSeveral(group, facts);
  let refused: Together | undefined;
  for (const write of ways) {
    const together = write(group.sites, facts);
    if (together.kind === 'write') return together;
    refused ??= together;
  }
  return refused;
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

/** A server: what starts it and what waits for ever go into one coroutine, if nobody stops the loop from elsewhere. */
function writeForever(forever: RunSite, isShared: boolean, sites: readonly RunSite[], facts: Facts): Together {
  const { module } = facts;
  const refuse = (why: string): Together => ({ kind: 'refuse', why: diagnostic(forever.extent, 'LS312', why) });
  if (isShared) return refuse('callers may share the loop');
  const reads = sites.flatMap((site) => site.loop?.leftovers ?? []);
  // except KeyboardInterrupt: loop.stop()   when it is over anyway
  const gone = sites.flatMap((site) => site.loop?.scaffolding ?? []);
  const stop = [...module.find('attribute')].find(
    (node) => isStop(node, reads, module) && !gone.some((statement) => contains(statement, node)),
  );
  if (stop === undefined) return writeMain(sites, facts);
  return refuse(`\`${module.text(stop)}\` on line ${module.document.locate(stop.start).line} ends it`);
}

/**
 *     loop.stop()                            the loop itself
 *     asyncio.get_running_loop().stop()      whatever loop runs
 *     def done(it): it.stop()                a parameter, where the loop is handed to something
 */
function isStop(node: Node, reads: readonly Node[], module: Module): boolean {
  const object = field(node, 'object');
  if (object === undefined || module.text(field(node, 'attribute') as Node) !== 'stop') return false;
  if (reads.some((read) => read === object) || /loop/i.test(module.text(object))) return true;
  const isParameter = module.scopes.bindingOf(object)?.definitions.some(({ kind }) => kind === 'parameter') ?? false;
  return isParameter && reads.some((read) => read.parent?.type === 'argument_list');
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

type Way = (sites: readonly RunSite[], facts: Facts) => Together;

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

/** Each run by itself: `asyncio.run` makes a loop for it, and closes it. */
function writeApart(sites: readonly RunSite[], facts: Facts): Together {
  const drafts: Draft[] = [];
  for (const site of sites) {
    const draft = writeLegacyRun(site, facts.module, facts.python);
    if (isDiagnostic(draft)) return { kind: 'refuse', why: draft, culprit: site };
    drafts.push(draft);
  }
  const summary = 'run the coroutine with `asyncio.run`';
  const caution = sites.map((site) => findUnknown(site, facts)).find((found) => found !== undefined);
  const together: Together = { kind: 'write', form: run, summary, draft: merge(drafts) };
  return withoutLaterUser(caution === undefined ? together : { ...together, caution }, sites, facts);
}

/** Before 3.14 `asyncio.run` takes coroutines alone, and what a library gives may be a future. */
function findUnknown(site: RunSite, { module, python }: Facts): Diagnostic | undefined {
  const operand = site.coroutine as Node;
  if (atLeast(python, '3.14') || classifyOperand(operand, module) !== 'unknown') return undefined;
  const callee = operand.type === 'call' ? field(operand, 'function') : operand;
  return diagnostic(site.extent, 'LS314', module.text(callee ?? operand));
}

/** One coroutine for all of it: `main()` at module level, the function itself where the program enters it once. */
function writeMain(sites: readonly RunSite[], facts: Facts): Together {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const { module, python } = facts;
  const owner = enclosingFunction(first.node);
  if (sites.some((site) => enclosingFunction(site.node) !== owner)) {
    return {
      kind: 'refuse',
      why: diagnostic(first.extent, 'LS306', nameOfLoop(first), 'they stand in different functions'),
    };
  }
  // class K: x = loop.run_until_complete(gather(…))   no coroutine can hold the names of a class body
  const fixed = sites.find(
    ({ standing: { kind } }) => kind !== 'module' && kind !== 'main-guard' && kind !== 'function',
  );
  if (fixed !== undefined) {
    const operand = module.text(fixed.coroutine ?? fixed.node).split('\n', 1)[0] as string;
    return { kind: 'refuse', why: diagnostic(fixed.extent, 'LS307', operand) };
  }
  const library = findLibraryRunner(module);
  if (library !== undefined) return { kind: 'refuse', why: refuseNeeded(first, library, facts) };
  if (sites.length > 1 && usesContextVars(module)) {
    return {
      kind: 'refuse',
      why: diagnostic(first.extent, 'LS306', nameOfLoop(first), 'each run has context variables of its own'),
    };
  }
  const awaits = writeLegacyAwaits(sites, owner, module, python);
  if (isDiagnostic(awaits)) return { kind: 'refuse', why: awaits };
  const { draft, needing } = awaits;
  const gone = draft.removes ?? [];
  const unwrapping = draft.edits.filter((edit) => edit.end > edit.start && edit.text === '');
  const interrupt = planInterrupt(sites, [...gone, ...unwrapping], module);
  const inside = interrupt === undefined ? draft : withInterrupt(draft, interrupt);
  if (owner !== undefined) return enterAsync(owner, sites, inside, facts, interrupt);
  const parts = { isLegacy: true, gone, needing, unwrapped: interrupt?.statement };
  const drive = interrupt === undefined ? undefined : (_: unknown, name: string) => interrupt.drive(name);
  return moveIntoMain({ sites, tie: '' }, inside, facts, parts, drive);
}

/** The `try` goes from around its body: what was to be edited in its handlers goes with them. */
function withInterrupt(draft: Draft, { edits, deleted }: Interrupt): Draft {
  const isOwn = (range: Range) =>
    contains(deleted, range) || edits.some((edit) => edit.start === range.start && edit.end === range.end);
  return {
    edits: [...draft.edits.filter((edit) => !isOwn(edit)), ...edits],
    removes: (draft.removes ?? []).filter((node) => !contains(deleted, node)),
  };
}

/**
 *     def cli():                            async def cli():
 *         task = loop.create_task(serve())      task = asyncio.create_task(serve())
 *         loop.run_until_complete(task)         await task
 *
 *     cli()                                 asyncio.run(cli())
 */
function enterAsync(
  owner: Node,
  sites: readonly RunSite[],
  awaits: Draft,
  facts: Facts,
  interrupt: Interrupt | undefined,
): Together {
  const { module } = facts;
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  const call = findEntryCall(owner, module);
  const name = field(owner, 'name');
  const others = facts.sites.filter((site) => !sites.includes(site) && site.form !== 'await');
  const reached = reachableFrom(owner, module);
  const inner = others.find((site) => reached.has(site.standing.owner) && site.standing.kind === 'function');
  const refusal = (why: string): Together => ({
    kind: 'refuse',
    why: diagnostic(first.extent, 'LS306', nameOfLoop(first), why),
  });
  if (call === undefined || name === undefined) return refusal('the function is not called once, from module level');
  if (inner !== undefined)
    return refusal(`line ${module.document.locate(inner.extent.start).line} runs a loop of its own`);
  const text = module.text(owner);
  const canWrap = interrupt !== undefined && statementOf(call).children[0] === call;
  if (/\byield\b/.test(text) || (/\bKeyboardInterrupt\b/.test(text) && !canWrap))
    return refusal(`\`${module.text(name)}\` cannot become async`);
  const draft = writeEntry(owner, call, module, interrupt?.drive(module.text(name)));
  const summary = `make \`${module.text(name)}\` async, and run it with \`asyncio.run\``;
  const together: Together = { kind: 'write', form: main, summary, draft: merge([awaits, draft]) };
  return withoutLaterUser(together, sites, facts, owner);
}

/** Several runs, and what lives on between them, on one `asyncio.Runner`. */
function writeOnOneLoop(sites: readonly RunSite[], facts: Facts): Together {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  if (!atLeast(facts.python, runner.since)) {
    const why = `Python ${facts.python} has no \`asyncio.Runner\``;
    return { kind: 'refuse', why: diagnostic(first.extent, 'LS306', nameOfLoop(first), why) };
  }
  const draft = writeRunnerSpan(sites, facts.module);
  if (isDiagnostic(draft)) return { kind: 'refuse', why: draft };
  const summary = 'keep one loop with `asyncio.Runner`';
  return withoutLaterUser({ kind: 'write', form: runner, summary, draft }, sites, facts);
}

/** Refused where something stays that needs the current loop which `asyncio.run` and a closed `Runner` take away (§3.37). */
function withoutLaterUser(together: Together, sites: readonly RunSite[], facts: Facts, inside?: Node): Together {
  const needed = findNeeded(sites, together, facts, inside);
  return needed === undefined ? together : { kind: 'refuse', why: needed };
}

/** Something that stays and needs the current loop which `asyncio.run` and a closed `Runner` take away. */
export function findNeeded(
  sites: readonly RunSite[],
  together: Together,
  facts: Facts,
  inside?: Node,
): Diagnostic | undefined {
  if (together.kind !== 'write') return undefined;
  const { module } = facts;
  const removed = together.draft.removes ?? [];
  const edited = together.draft.edits.filter((edit) => edit.end > edit.start);
  const covered = [...removed, ...edited, ...sites.map((site) => site.node), ...(inside === undefined ? [] : [inside])];
  const user = findLaterLoopUser(sites, module, covered);
  if (user === undefined) return undefined;
  return refuseNeeded(sites[0] as RunSite, user, facts);
}

function refuseNeeded(site: RunSite, user: Node, { module }: Facts): Diagnostic {
  const callee = module.text(field(user, 'function') ?? user);
  return diagnostic(site.extent, 'LS309', callee, `${module.document.locate(user.start).line}`);
}

function merge(drafts: readonly Draft[]): Draft {
  return {
    edits: drafts.flatMap((draft) => draft.edits),
    removes: [...new Set(drafts.flatMap((draft) => draft.removes ?? []))],
  };
}
