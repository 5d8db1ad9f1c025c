import type { Facts } from '../analysis/facts.js';
import { findEntryCall, findLibraryRunner } from '../analysis/lifetime.js';
import { findMadeEarly } from '../analysis/made-early.js';
import { reachableFrom } from '../analysis/reach.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { type Draft, isDiagnostic, type RunSite } from '../forms/form.js';
import { isGuess } from '../forms/inner-main.js';
import { type Interrupt, planInterrupt } from '../forms/interrupt.js';
import { writeEntry, writeLegacyAwaits } from '../forms/legacy-awaits.js';
import { writeLegacyRun } from '../forms/legacy-run.js';
import { main } from '../forms/main.js';
import { run } from '../forms/run.js';
import { runner } from '../forms/runner.js';
import { nameOfLoop, usesContextVars, writeRunnerSpan } from '../forms/runner-span.js';
import { field, type Node, statementOf } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { contains, type Range } from '../text.js';
import { refuseNeeded, withoutLaterUser } from './later-users.js';
import { askForRunningLoop, moveIntoMain } from './main-shape.js';
import type { Together } from './target.js';

/** One way to write the sites of a legacy loop for a script; it may refuse, and another be tried. */
export type Way = (sites: readonly RunSite[], facts: Facts) => Together;

/** Each run by itself: `asyncio.run` makes a loop for it, and closes it. */
export function writeApart(sites: readonly RunSite[], facts: Facts): Together {
  const drafts: Draft[] = [];
  for (const site of sites) {
    const draft = writeLegacyRun(site, facts.module, facts.python);
    if (isDiagnostic(draft)) return { kind: 'refuse', why: draft, culprit: site };
    drafts.push(draft);
  }
  const summary = 'run the coroutine with `asyncio.run`';
  return withoutLaterUser(
    guessing({ kind: 'write', form: run, summary, draft: merge(drafts) }, sites, facts),
    sites,
    facts,
  );
}

/** What is handed to `asyncio.run` as it is, though nobody knows what it gives, is likely right and no more. */
function guessing(together: Together, sites: readonly RunSite[], facts: Facts): Together {
  const caution = sites.map((site) => findUnknown(site, facts)).find((found) => found !== undefined);
  return together.kind === 'refuse' || caution === undefined ? together : { ...together, safety: 'unsafe', caution };
}

/** Before 3.14 `asyncio.run` takes coroutines alone, and what a library gives may be a future. */
function findUnknown(site: RunSite, { module, python }: Facts): Diagnostic | undefined {
  const operand = site.coroutine as Node;
  if (atLeast(python, '3.14') || !isGuess(site, module)) return undefined;
  const callee = operand.type === 'call' ? field(operand, 'function') : operand;
  return diagnostic(site.extent, 'LS314', module.text(callee ?? operand));
}

/** One coroutine for all of it: `main()` at module level, the function itself where the program enters it once. */
export function writeMain(sites: readonly RunSite[], facts: Facts): Together {
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
  if (owner !== undefined) {
    const asking = askForRunningLoop(field(owner, 'body')?.children ?? [], inside, facts);
    if (isDiagnostic(asking)) return { kind: 'refuse', why: asking };
    return enterAsync(owner, sites, asking, facts, interrupt);
  }
  const parts = {
    isLegacy: true,
    gone,
    needing: [...needing, ...findMadeEarly(sites, module)],
    unwrapped: interrupt?.statement,
  };
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
export function writeOnOneLoop(sites: readonly RunSite[], facts: Facts): Together {
  const [first] = sites as readonly [RunSite, ...RunSite[]];
  if (!atLeast(facts.python, runner.since)) {
    const why = `Python ${facts.python} has no \`asyncio.Runner\``;
    return { kind: 'refuse', why: diagnostic(first.extent, 'LS306', nameOfLoop(first), why) };
  }
  const draft = writeRunnerSpan(sites, facts.sites, facts.module);
  if (isDiagnostic(draft)) return { kind: 'refuse', why: draft };
  const summary = 'keep one loop with `asyncio.Runner`';
  return withoutLaterUser(guessing({ kind: 'write', form: runner, summary, draft }, sites, facts), sites, facts);
}

function merge(drafts: readonly Draft[]): Draft {
  return {
    edits: drafts.flatMap((draft) => draft.edits),
    removes: [...new Set(drafts.flatMap((draft) => draft.removes ?? []))],
  };
}
