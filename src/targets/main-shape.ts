import { findBridgeObstacle } from '../analysis/affinity.js';
import { isKnownCall, mayRunAlone } from '../analysis/alone.js';
import { findLifetimeEffect } from '../analysis/effects.js';
import type { Facts } from '../analysis/facts.js';
import type { Group, Tie } from '../analysis/groups.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { await_ } from '../forms/await.js';
import { findInterpolation, hasLostLabel } from '../forms/f-string.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { mindsRunning } from '../forms/loop-state.js';
import { freshMainName, main, writeMain } from '../forms/main.js';
import type { MainDrive } from '../forms/main-parts.js';
import { runner } from '../forms/runner.js';
import { mendWait } from '../forms/wait.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import type { Span } from '../python/span.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { addAll, contains, type Edit } from '../text.js';
import { findAwaitObstacle } from './legality.js';
import { chooseInsideMain } from './libraries.js';
import { explainObstacle, findInnerRun, findMagicAmong, findMainCautions, usesProcesses } from './main-cautions.js';
import { chooseSpan, type LegacyParts, makersOf } from './main-span.js';
import { shareOneLoop } from './shared-runs.js';
import type { Together } from './target.js';

/** Whether awaits at module level need one loop, and so one `main()`; `false` where each may be run in place, or there is none. */
export function needsMain(facts: Facts): boolean {
  const known = decided.get(facts);
  if (known !== undefined) return known;
  const awaits = moduleSites(facts).filter((site) => sharesLoop(site, facts));
  // f"{await c()=}"   is labelled by its text, which stays in a coroutine
  const isAlone = () =>
    mayRunAlone(awaits, facts.module, facts.python) &&
    !startsProcesses(awaits, facts) &&
    !awaits.some((site) => site.form === 'await' && hasLostLabel(site.node, facts.module));
  const needed = awaits.length > 0 && !(isAlone() && mayBridge(awaits, facts));
  decided.set(facts, needed);
  return needed;
}

/** Where a loop may be running, what uses a lock or a queue of the module cannot run on a thread of its own. */
function mayBridge(sites: readonly RunSite[], facts: Facts): boolean {
  return facts.settings.to !== 'portable' || sites.every((site) => findBridgeObstacle(site, facts) === undefined);
}

const decided = new WeakMap<Facts, boolean>();

/** A child process imports the file: a run that no `if __name__ == "__main__":` holds back would start there again (rule 44). */
function startsProcesses(sites: readonly RunSite[], { module }: Facts): boolean {
  if (module.document.format === 'notebook') return false;
  return sites.some((site) => site.standing.kind === 'module') && usesProcesses(module);
}

/**
 * A script keeps what legacy loops share on a Runner, or a loop of their own; where a loop may be running there is `main()`
 * alone. One run of one coroutine shares nothing.
 */
function sharesLoop(site: RunSite, facts: Facts): boolean {
  if (site.form === 'await') return true;
  const isLegacy = (each: RunSite) => each.form === 'run-until-complete' || each.form === 'runner';
  if (facts.settings.to !== 'portable' || !isLegacy(site)) return false;
  const isSingle = !moduleSites(facts).some((each) => each !== site && (each.form === 'await' || isLegacy(each)));
  const isPlain = isKnownCall(site, facts.module) && (site.loop?.leftovers.length ?? 0) === 0;
  return !isSingle || !isPlain;
}

/** Every site at module level goes into the one `main()`, whatever its form: none of them may run a loop in there. */
export function tiesForMain(facts: Facts): readonly Tie[] {
  if (!needsMain(facts)) return [];
  const cells = facts.module.document.format === 'notebook';
  const [first, ...others] = moduleSites(facts).filter((site) => !cells || site.form === 'await');
  if (first === undefined) return [];
  return others.map((other) => ({ a: first, b: other, tie: cells ? 'one loop' : 'one `main()`' }));
}

/** The one answer for the sites of a `main()`: script target, behaviour "which shape", point 3. */
export function togetherForMain(
  group: Group,
  facts: Facts,
  chooseDrive?: (span: Span, name: string) => MainDrive,
): Together | undefined {
  if (!needsMain(facts) || !group.sites.some((site) => sharesLoop(site, facts) && isAtModuleLevel(site)))
    return undefined;
  // def helper(): loop.run_until_complete(c())   among what moves: it would be called where a loop is running
  const nested = group.sites.find((site) => site.standing.kind === 'function' && site.form !== 'await');
  if (nested !== undefined) {
    return { kind: 'refuse', why: diagnostic(nested.extent, 'LS705', freshMainName(facts.module)), culprit: nested };
  }
  // asyncio.run(login()); print(user.get())   what a run kept to itself, it would do to the rest of main()
  for (const site of group.sites) {
    const effect = site.form === 'await' ? undefined : findLifetimeEffect(site, facts);
    if (effect?.kind === 'apart') return { kind: 'refuse', why: effect.why, culprit: site };
  }
  const makers = () => group.sites.flatMap((site) => makersOf(site, facts.module));
  const isScript = facts.settings.to === 'script';
  // A cell cannot hold a main() that others share
  if (isScript && facts.module.document.format === 'notebook') return shareOneLoop(group, makers(), facts);
  const moved = moveIntoMain(
    group,
    writeAwaits(group.sites, facts),
    facts,
    { isLegacy: false, gone: [], needing: [] },
    chooseDrive,
  );
  const mayStay = isScript && atLeast(facts.python, runner.since) && group.sites.every((site) => site.form === 'await');
  if (moved.kind === 'write' || !mayStay || !/^LS70[1256]$/.test(moved.why.code)) return moved;
  const shared = shareOneLoop(group, makers(), facts);
  return shared.kind === 'write' ? shared : moved;
}

/** One `main()` for sites at module level, with `awaits` as what the sites in it become. */
export function moveIntoMain(
  group: Group,
  awaits: Draft | Diagnostic,
  facts: Facts,
  legacy: LegacyParts,
  chooseDrive?: (span: Span, name: string) => MainDrive,
): Together {
  const { module, python } = facts;
  const { isLegacy, unwrapped } = legacy;
  if (module.document.format === 'notebook') {
    return { kind: 'refuse', why: diagnostic((group.sites[0] as RunSite).extent, 'LS708') };
  }
  const name = freshMainName(module);
  const culprit = group.sites.find((site) => findIllegal(site, facts) !== undefined);
  if (culprit !== undefined) return { kind: 'refuse', why: findIllegal(culprit, facts) as Diagnostic, culprit };
  const span = chooseSpan(group.sites, facts, legacy);
  if (span.obstacle !== undefined) return { kind: 'refuse', why: explainObstacle(span.obstacle, name, module) };
  const magic = findMagicAmong(span, name, module);
  if (magic !== undefined) return { kind: 'refuse', why: magic };
  const inner = findInnerRun(span.moved, group, facts);
  if (inner !== undefined) return { kind: 'refuse', why: diagnostic(inner.extent, 'LS705', name) };
  if (isDiagnostic(awaits)) {
    const refused = group.sites.find((site) => site.extent.start === awaits.at.start);
    return { kind: 'refuse', why: awaits, ...(refused !== undefined && { culprit: refused }) };
  }
  const inside = askForRunningLoop(span.moved, awaits, facts);
  if (isDiagnostic(inside)) return { kind: 'refuse', why: inside };
  const drive = chooseDrive?.(span, name);
  const draft = writeMain(span, inside, {
    module,
    python,
    name,
    ...(drive !== undefined && { drive }),
  });
  const summary = `move what shares a loop into \`${name}()\``;
  const notes = findMainCautions(span, group, name, facts);
  // A legacy loop left its tasks behind as well, and handlers that are moved stand where they should
  const isMoot = ({ code }: Diagnostic) =>
    isLegacy && (code === 'LS703' || (code === 'LS704' && unwrapped !== undefined));
  return { kind: 'write', form: main, summary, draft, notes: notes.filter((note) => !isMoot(note)) };
}

function writeAwaits(sites: readonly RunSite[], facts: Facts): Draft | Diagnostic {
  const edits: Edit[] = [];
  const removes: Node[] = [];
  const prunes: Node[] = [];
  for (const site of sites) {
    const library = chooseInsideMain(site, facts);
    if (library?.kind === 'refuse') return library.why;
    const asked = site.loop?.leftovers.find((read) => mindsRunning(read, facts.module));
    if (asked !== undefined)
      return diagnostic(
        site.extent,
        'LS302',
        facts.module.text(asked),
        `\`${facts.module.text(asked.parent ?? asked)}\``,
      );
    const draft = library === undefined ? await_.write?.(site, facts) : undefined;
    if (draft === undefined) continue;
    if (isDiagnostic(draft)) return draft;
    const waited = site.loop === undefined ? [] : mendWait(site.coroutine as Node, facts.module, facts.python);
    for (const written of [draft.edits, waited, site.around, takeRunningLoop(site, facts.module)])
      addAll(edits, written);
    removes.push(...(draft.removes ?? []), ...site.scaffolding);
    prunes.push(...(site.prunes ?? []));
  }
  return { edits, removes, prunes };
}

/** A legacy loop that is used for more than its runs is the running one in there (rule 36). */
function takeRunningLoop(site: RunSite, module: Module): readonly Edit[] {
  if (site.loop === undefined || site.loop.leftovers.length === 0) return [];
  const removed = site.scaffolding;
  return site.loop.makers
    .filter((maker) => !removed.some((statement) => contains(statement, maker)))
    .flatMap((maker) => {
      const asyncio = module.importing('asyncio', maker);
      const text = `${asyncio.name}.get_running_loop()`;
      return [...asyncio.edits, { start: maker.start, end: maker.end, text, once: true as const }];
    });
}

const ENDS = /\.(?:close|stop|run_forever|run_until_complete|is_closed|is_running|set_task_factory|shutdown_\w+)$/;

/**
 * In a coroutine the loop that `asyncio.get_event_loop()` gives is the running one, and from 3.14 on only this is meant for
 * it (§3.42).
 *
 * @param moved what goes into the coroutine
 * @param draft what it becomes; the questions that it answers already are left to it
 */
export function askForRunningLoop(moved: readonly Node[], draft: Draft, { module, python }: Facts): Draft | Diagnostic {
  const isAnswered = (node: Node) =>
    [...(draft.removes ?? []), ...draft.edits.filter((edit) => edit.end > edit.start)].some(
      (range) => contains(range, node) || contains(node, range),
    );
  const questions = module.calls('asyncio.get_event_loop').filter(({ node }) => {
    const statement = moved.find((each) => contains(each, node));
    return statement !== undefined && enclosingFunction(statement) === enclosingFunction(node) && !isAnswered(node);
  });
  // asyncio.get_event_loop().close()   of the loop that runs what it stands in
  const end = questions.find(({ node: { parent } }) => parent?.type === 'attribute' && ENDS.test(module.text(parent)));
  if (end !== undefined) {
    const use = module.text(end.node.parent as Node);
    return diagnostic(end.node, 'LS302', module.text(end.node), `\`${use}\``);
  }
  if (!atLeast(python, '3.7')) return draft;
  const edits = questions.flatMap(({ node, function: callee }): readonly Edit[] => {
    const asked = module.importing('asyncio.get_running_loop', node);
    return [...asked.edits, { start: callee.start, end: callee.end, text: asked.name, once: true }];
  });
  return { ...draft, edits: [...draft.edits, ...edits] };
}

function moduleSites(facts: Facts): readonly RunSite[] {
  return facts.sites.filter(isAtModuleLevel);
}

function isAtModuleLevel(site: RunSite): boolean {
  return site.standing.kind === 'module' || site.standing.kind === 'main-guard';
}

/** What no `async def` of the chosen Python may hold (rules 2, 3, 5, 6 and 9). */
function findIllegal(site: RunSite, facts: Facts): Diagnostic | undefined {
  const { python } = facts;
  const { kind, comprehensions } = site.standing;
  // print(loop.run_until_complete(a())); f = lambda: loop.run_until_complete(b())
  if (kind === 'lambda' || kind === 'generator' || kind === 'class-body' || kind === 'annotation')
    return findAwaitObstacle(site, facts);
  const depth = comprehensions.length + (site.usage === 'async-comprehension' ? 1 : 0);
  if (depth > 1 && !atLeast(python, '3.11')) return diagnostic(site.extent, 'LS206');
  const inString = !atLeast(python, '3.7') && findInterpolation(site.node) !== undefined;
  return inString ? diagnostic(site.extent, 'LS211', python) : undefined;
}
