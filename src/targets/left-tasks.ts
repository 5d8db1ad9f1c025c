import { getReach } from '../analysis/driven-code.js';
import type { Facts } from '../analysis/facts.js';
import { findLeft } from '../analysis/left-siblings.js';
import { findLeftTaskAtTop } from '../analysis/left-tasks.js';
import { findOpenGenerator } from '../analysis/open-generators.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Finish, Outcome } from './target.js';

/**
 * Tasks that go on behind their run at home, and that the new one cancels (rule 39):
 *
 * - those of awaits that became runs of their own: the kernel's loop goes on;
 * - those of legacy loops, which leave them pending, where the end of the task can be seen: `finally: …`, `task.cancelled()`.
 */
export function findTasksOfRuns(outcomes: readonly Outcome[], { module }: Facts): readonly Finish[] {
  const left = new Set<Node>();
  for (const { site, status, to } of outcomes) {
    if (status !== 'converted') continue;
    const isLegacy = site.form === 'run-until-complete';
    if (!isLegacy && !(site.form === 'await' && (to === 'run' || to === 'bridge' || to === 'guard'))) continue;
    const reach = getReach(site, module);
    const generator = findOpenGenerator(reach, module);
    if (generator !== undefined) left.add(generator);
    const task = findLeft(reach, module);
    if (task !== undefined && (!isLegacy || isKept(task) || seesItsEnd(task, module))) left.add(task);
  }
  return [...left].map((task) => note(diagnostic(task, 'LS703', 'asyncio.run')));
}

function note(each: Diagnostic): Finish {
  return { kind: 'note', note: each };
}

/** The same of a legacy loop's run on a thread of its own. */
export function findTasksOfBridges(outcomes: readonly Outcome[], facts: Facts): readonly Finish[] {
  return findTasksOfRuns(
    outcomes.filter(({ to }) => to === 'bridge'),
    facts,
  );
}

/** In a name, in a list: somebody may look at it. */
function isKept({ parent }: Node): boolean {
  return parent?.type === 'assignment' || parent?.type === 'argument_list';
}

function seesItsEnd(task: Node, module: Module): boolean {
  // asyncio.create_task(tick()), or the tick() of a gather()
  const [given] = module.call(task).args;
  const body = findCalled(given?.type === 'call' ? given : task, module);
  return (
    body !== undefined && ['try_statement', 'with_statement'].some((type) => [...module.find(type, body)].length > 0)
  );
}

/** What legacy loops and Runners leave behind, and what goes on with the kernel's: tasks, timers, open generators. */
export function findTasksThatGoOn(outcomes: readonly Outcome[], { module, sites }: Facts): readonly Finish[] {
  const awaited = outcomes.filter(
    ({ site, status, to }) =>
      status === 'converted' && to === 'await' && (site.form === 'run-until-complete' || site.form === 'runner'),
  );
  if (awaited.length === 0) return [];
  const left = awaited.flatMap(({ site }) => {
    const reach = getReach(site, module);
    return [findLeft(reach, module), findOpenGenerator(reach, module)];
  });
  const found = new Set([...left, findLeftTaskAtTop(sites, module)].filter((call) => call !== undefined));
  return [...found].map((call) => note(diagnostic(call, 'LS353', module.text(call).split('\n', 1)[0] as string)));
}
