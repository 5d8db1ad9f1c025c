import { getReach } from '../analysis/driven-code.js';
import type { Facts } from '../analysis/facts.js';
import { findLeftTask } from '../analysis/left-tasks.js';
import { diagnostic } from '../diagnostics.js';
import type { Node } from '../python/node.js';
import type { Finish, Outcome } from './target.js';

/** Awaits that became runs of their own, and start a task that goes on behind them at home: the run cancels it (rule 39). */
export function findTasksOfRuns(outcomes: readonly Outcome[], { module }: Facts): readonly Finish[] {
  const left = new Set<Node>();
  for (const { site, status, to } of outcomes) {
    if (status !== 'converted' || site.form !== 'await' || to !== 'run') continue;
    const task = findLeftTask(getReach(site, module), module);
    if (task !== undefined) left.add(task);
  }
  return [...left].map((task) => ({ kind: 'note', note: diagnostic(task, 'LS703', 'asyncio.run') }));
}
