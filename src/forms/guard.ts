import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { contains, type Range } from '../text.js';
import { findBridgeHelpers } from './bridge/known-helpers.js';
import { type Drive, findDrives, findHandedOn } from './drive.js';
import type { Form, RunSite } from './form.js';
import { type Comparison, compareArms, short } from './guard/arms.js';
import { extentOf } from './guard/extent.js';
import { findLaterUse } from './guard/later-use.js';
import { legacyParts } from './guard/legacy-parts.js';
import { type Found, findGuards, type Guard } from './guard/shapes.js';
import { writeTaskGuard } from './guard/task-guard.js';
import { unwrapGuard } from './guard/unwrap.js';
import { findRefusedOption } from './options.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * Code that asks whether a loop is running, and drives a coroutine either way: one site, whose `node` is the driver of
 * the arm for no loop. The question and the other arm go with it (semantics.md section 5).
 *
 *     try:                                        RunSite { coroutine: main(), node: asyncio.run(main()),
 *         loop = asyncio.get_running_loop()                 around: everything else }
 *     except RuntimeError:
 *         asyncio.run(main())
 *     else:
 *         task = loop.create_task(main())
 *
 * Where nothing is driven (a question, a flag, a loop made where there is none) there is no site.
 */
export const guard: Form = {
  name: 'guard',
  summary: 'a question whether a loop is running, and a way to drive the coroutine for each answer',
  since: '3.7',
  *recognize(module) {
    // a bridge asks too, and its calls are the sites
    const taken: Range[] = [...findBridgeHelpers(module)];
    for (const found of findGuards(module)) {
      if (taken.some((range) => contains(range, found.statement))) continue;
      const sites = toSites(found, module);
      if (sites.length > 0) taken.push(extentOf(found.statement, found.guard));
      yield* sites;
    }
  },
  write(site, { module, sites }) {
    const refused = findRefusedOption(site, module);
    return refused ?? { edits: writeTaskGuard(site, module, sites) };
  },
};

function toSites({ statement, guard: found, refusal, unknown = [] }: Found, module: Module): readonly RunSite[] {
  if (found !== undefined) return fromGuard(found, module);
  if (refusal === undefined) return [statement, ...unknown].flatMap((each) => refuseAll(each, module));
  const drives = refusal.idle.flatMap((each) => findDrives(each, module));
  const obstacle = diagnostic(statement, 'LS604', refusalOf(refusal.running, module));
  return drives
    .filter((drive) => (drive.kind === 'run' || drive.kind === 'legacy') && !isInside(drive, drives))
    .map((drive) =>
      makeSite('guard', drive.node, drive.coroutine, module, { obstacle: { ...obstacle, at: drive.node } }),
    );
}

function fromGuard(found: Guard, module: Module): readonly RunSite[] {
  const drives = found.idle.flatMap((statement) => findDrives(statement, module));
  const outer = drives.filter((drive) => !isInside(drive, drives));
  const [driven, more] = outer;
  if (driven === undefined) return [];
  const { coroutine } = driven;
  // Two coroutines in one arm, a thread or a task where no loop is running: not taken apart
  const isPlain = more === undefined && coroutine !== undefined && (driven.kind === 'run' || driven.kind === 'legacy');
  if (!isPlain) return refuseAll(found.statement, module, found);
  const comparison = compareArms(driven, found.idle, found.running, module);
  return [toSite(found, driven, comparison, module)];
}

function toSite(found: Guard, driven: Drive, comparison: Comparison, module: Module): RunSite {
  const coroutine = driven.coroutine as Node;
  const gone = goneRanges(found);
  const call = module.call(driven.node);
  const options = new Map([...call.keywords].filter(([name]) => name !== 'main' && name !== 'future'));
  const legacy = driven.kind === 'legacy' ? legacyParts(call.function, found, gone, module) : undefined;
  const flaw = comparison.refuses ? undefined : findFlaw(found, driven, comparison, module);
  const obstacle = comparison.refuses
    ? diagnostic(extentOf(found.statement, found), 'LS604', refusalOf(found.running, module))
    : findLaterUse(found, gone, module);
  const portable =
    flaw !== undefined || comparison.refuses || driven.kind !== 'run'
      ? undefined
      : comparison.drive?.kind === 'task'
        ? 'task'
        : 'waits';
  return makeSite('guard', driven.node, coroutine, module, {
    options,
    extent: extentOf(found.statement, found),
    around: unwrapGuard(found, module),
    scaffolding: legacy?.scaffolding ?? [],
    prunes: [...prunableQuestions(found, driven, module), ...(legacy?.prunes ?? [])],
    claims: claimsOf(found, coroutine, module),
    loop: legacy?.shared,
    ...(portable !== undefined && { portable }),
    ...(flaw !== undefined && { flaw }),
    ...(obstacle !== undefined && { obstacle }),
    refusal: refusalOfCall(call.unpacks, coroutine, driven, module) ?? comparison.difference ?? legacy?.refusal,
  });
}

function refusalOfCall(unpacks: boolean, coroutine: Node, driven: Drive, module: Module): Diagnostic | undefined {
  if (unpacks) return diagnostic(driven.node, 'LS208');
  return coroutine.type === 'lambda' || isFunctionName(coroutine, module)
    ? diagnostic(driven.node, 'LS209', module.text(coroutine))
    : undefined;
}

/** A question function goes with the last guard of a program; in a library, or as a method, others may ask it too. */
function prunableQuestions(found: Guard, driven: Drive, module: Module): readonly Node[] {
  const { kind } = module.standing(driven.node);
  const isProgram = kind === 'module' || kind === 'main-guard';
  return found.question.statements.filter(
    (statement) => statement.type !== 'function_definition' || (isProgram && statement.parent?.type === 'module'),
  );
}

/** What is wrong with a guard whose meaning is clear; the first of the list in docs/guards.md that holds. */
function findFlaw(found: Guard, driven: Drive, comparison: Comparison, module: Module): Diagnostic | undefined {
  const at = extentOf(found.statement, found);
  const { drive } = comparison;
  if (comparison.nested) return diagnostic(at, 'LS613');
  if (drive?.kind === 'legacy' || drive?.kind === 'run') return diagnostic(at, 'LS607', short(drive.node, module));
  if (drive?.kind === 'threadsafe' && comparison.waits) return diagnostic(at, 'LS608', short(drive.node, module));
  if (found.tried === 'work') return diagnostic(at, 'LS606');
  if (found.tried === 'run') return diagnostic(at, 'LS612', short(driven.node, module));
  if (found.question.kind === 'event-loop') return diagnostic(at, 'LS611');
  if (found.question.kind !== 'running-loop') return diagnostic(at, 'LS610');
  if (drive?.kind === 'thread')
    return comparison.waits ? undefined : diagnostic(at, 'LS609', short(drive.node, module));
  if (drive?.kind === 'await')
    return module.standing(drive.node).kind === 'async-function' ? undefined : diagnostic(at, 'LS614');
  return comparison.minded || (drive !== undefined && isAwaitedLater(drive, found, module))
    ? undefined
    : diagnostic(at, 'LS609', drive === undefined ? '' : short(drive.node, module));
}

/** The task has a name that is read behind the guard: whoever reads it looks at how it ended. */
function isAwaitedLater(drive: Drive, found: Guard, module: Module): boolean {
  const target = drive.node.parent?.type === 'assignment' ? field(drive.node.parent, 'left') : undefined;
  const binding = target?.type === 'identifier' ? module.scopes.bindingOf(target) : undefined;
  return binding?.references.some((read) => !contains(found.statement, read)) ?? false;
}

/** Sites in a guard that is not understood: reported, never touched. */
function refuseAll(statement: Node, module: Module, found?: Guard): readonly RunSite[] {
  const within =
    found === undefined
      ? [statement]
      : [statement, ...found.runningBehind, ...(found.idleBlock === undefined ? found.idle : [])];
  const drives = within.flatMap((each) => findDrives(each, module));
  const sites = drives.filter((drive) => (drive.kind === 'run' || drive.kind === 'legacy') && !isInside(drive, drives));
  const [first] = sites;
  if (first === undefined) return [];
  const own = new Set(sites.map((drive) => drive.node));
  const others = within
    .flatMap((each) => everyCall(each, module))
    .filter((node) => !own.has(node) && !isArgument(node, sites));
  return sites.map((drive) =>
    makeSite('guard', drive.node, drive.coroutine, module, {
      refusal: diagnostic(drive.node, 'LS602'),
      claims: [drive.node, ...others],
    }),
  );
}

/** Inside of a coroutine that is driven: a site of its own, if it is one. */
function isArgument(node: Node, drives: readonly Drive[]): boolean {
  return drives.some(({ coroutine }) => coroutine !== undefined && contains(coroutine, node));
}

function isInside(drive: Drive, drives: readonly Drive[]): boolean {
  return drives.some(
    (other) => other !== drive && other.coroutine !== undefined && contains(other.coroutine, drive.node),
  );
}

/** What goes: the statement without the arm that stays, and a loop arm behind it. */
function goneRanges({ statement, idle, idleBlock, runningBehind, question }: Guard): readonly Range[] {
  const [first] = idle;
  const last = idle[idle.length - 1];
  const kept = idleBlock !== undefined && first !== undefined && last !== undefined;
  const own = kept
    ? [
        { start: statement.start, end: first.start },
        { start: last.end, end: statement.end },
      ]
    : [statement];
  return [...own, ...runningBehind, ...question.statements.filter(({ type }) => type !== 'function_definition')];
}

/** Everything a less specific form might take for a site of its own; what stands inside the coroutine is still one. */
function claimsOf(found: Guard, coroutine: Node, module: Module): readonly Node[] {
  const within = [found.statement, ...found.runningBehind, ...(found.idleBlock === undefined ? found.idle : [])];
  return within.flatMap((statement) => everyCall(statement, module)).filter((node) => !contains(coroutine, node));
}

function everyCall(within: Node, module: Module): readonly Node[] {
  return [
    ...module.find('call', within),
    ...module.find('await', within),
    ...module.find('with_statement', within),
    ...findHandedOn(within, module),
  ];
}

function refusalOf(running: readonly Node[], module: Module): string {
  const raised = running.flatMap((statement) => [...module.find('raise_statement', statement)])[0];
  return raised === undefined ? 'does not run the coroutine' : `raises: \`${short(raised, module)}\``;
}
