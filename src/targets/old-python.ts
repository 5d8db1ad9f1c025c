import { getReach } from '../analysis/driven-code.js';
import { findElsewhere } from '../analysis/elsewhere.js';
import type { Facts } from '../analysis/facts.js';
import type { Group, Tie } from '../analysis/groups.js';
import { findLeftTask } from '../analysis/left-tasks.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { writeOldRuns } from '../forms/old-run.js';
import { findRefusedOption } from '../forms/options.js';
import { run } from '../forms/run.js';
import { runUntilComplete } from '../forms/run-until-complete.js';
import type { Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { atLeast } from '../python/version.js';
import { needsMain } from './main-shape.js';
import type { Together } from './target.js';

/**
 * A script for Python 3.6, which has no `asyncio.run` (rule 41). The runs of one scope share the one loop there is:
 *
 *     asyncio.run(first())      loop = asyncio.get_event_loop()
 *     asyncio.run(second())     loop.run_until_complete(first())
 *                               loop.run_until_complete(second())
 */
export function tiesForOldPython(facts: Facts): readonly Tie[] {
  if (atLeast(facts.python, run.since)) return [];
  const firsts = new Map<Node | undefined, RunSite>();
  const ties: Tie[] = [];
  for (const site of facts.sites.filter((each) => isRun(each, facts))) {
    const scope = enclosingFunction(site.node);
    const first = firsts.get(scope);
    if (first === undefined) firsts.set(scope, site);
    else ties.push({ a: first, b: site, tie: 'the current loop' });
  }
  return ties;
}

export function togetherForOldPython(group: Group, facts: Facts): Together | undefined {
  const { module, python } = facts;
  if (atLeast(python, run.since) || !group.sites.every((site) => isRun(site, facts))) return undefined;
  for (const site of group.sites) {
    const why = findObstacle(site, facts);
    if (why !== undefined) return { kind: 'refuse', why, culprit: site };
  }
  const summary = 'run the coroutine with `run_until_complete`';
  return { kind: 'write', form: runUntilComplete, summary, draft: writeOldRuns(group.sites, module, python) };
}

/** In a thread there is no current loop to ask for: that is not for here to decide. */
function isRun(site: RunSite, facts: Facts): boolean {
  const { kind } = site.standing;
  if (site.form === 'run') {
    return kind !== 'async-function' && findElsewhere(site.place ?? site.node, facts.module) === undefined;
  }
  // A top-level await that needs no main() runs where it stands
  const isTop = site.form === 'await' && (kind === 'module' || kind === 'main-guard');
  return isTop && site.coroutine !== undefined && !needsMain(facts);
}

function findObstacle(site: RunSite, { module }: Facts): Diagnostic | undefined {
  if (site.coroutine === undefined) return diagnostic(site.extent, 'LS208');
  const refused = findRefusedOption(site, module);
  if (refused !== undefined) return refused;
  // Rule 67: what `asyncio.run` cancels at its end would go on in the next run
  const task = findLeftTask(getReach(site, module), module);
  return task === undefined
    ? undefined
    : diagnostic(site.extent, 'LS313', `${module.document.locate(task.start).line}`);
}
