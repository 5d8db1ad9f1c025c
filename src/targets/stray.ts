import { mayRunAlone } from '../analysis/alone.js';
import type { Facts } from '../analysis/facts.js';
import type { Group, Tie } from '../analysis/groups.js';
import { findLoopNeed } from '../analysis/loop-needs.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import { isDiagnostic, type RunSite } from '../forms/form.js';
import { writeInnerBody } from '../forms/inner-body.js';
import { freshMainName } from '../forms/main.js';
import { run } from '../forms/run.js';
import { isGenerator } from '../python/classes.js';
import { field, type Node } from '../python/node.js';
import { contains } from '../text.js';
import { findAwaitObstacle } from './legality.js';
import { findInnerRun } from './main-cautions.js';
import type { Choice, Together } from './target.js';

/**
 * `await` where it never was legal, in a script: in a sync `def` the coroutine is run; a lambda and a generator have no
 * place to run it from (behaviour.md, "Sync functions in a script"). Helpers that coroutines call are promoted instead.
 */
export function chooseStray(site: RunSite, facts: Facts): Choice | undefined {
  if (site.form !== 'await') return undefined;
  switch (site.standing.kind) {
    case 'lambda':
      return { kind: 'refuse', why: diagnostic(site.extent, 'LS201') };
    case 'class-body':
      return mayRunAlone([site], facts.module, facts.python, [site.standing.owner])
        ? undefined
        : { kind: 'refuse', why: diagnostic(site.extent, 'LS203') };
    case 'annotation':
      return { kind: 'refuse', why: diagnostic(site.extent, 'LS205') };
    case 'module':
    case 'main-guard':
    case 'function':
    case 'async-function':
    case 'generator':
      return undefined;
  }
}

/** Strays that stand in one function. */
export function tiesOfStrays(facts: Facts): readonly Tie[] {
  const ties: Tie[] = [];
  const first = new Map<Node, RunSite>();
  for (const site of facts.sites) {
    if (!isStray(site)) continue;
    const { owner } = site.standing;
    const earlier = first.get(owner);
    if (earlier === undefined) first.set(owner, site);
    else ties.push({ a: earlier, b: site, tie: `the function \`${facts.module.text(field(owner, 'name') as Node)}\`` });
  }
  return ties;
}

/** Strays of one function that share a loop, or are no plain calls: the rest of the function becomes a coroutine. */
export function togetherStrays(group: Group, facts: Facts): Together | undefined {
  const [first] = group.sites as readonly [RunSite, ...RunSite[]];
  const { module, python } = facts;
  const { owner } = first.standing;
  if (!group.sites.every((site) => isStray(site) && site.standing.owner === owner)) return undefined;
  if (isGenerator(owner)) return { kind: 'refuse', why: diagnostic(first.extent, 'LS709') };
  const body = field(owner, 'body') as Node;
  if (mayRunAlone(group.sites, module, python, [body])) return undefined;
  const culprit = group.sites.find((site) => findAwaitObstacle(site, facts) !== undefined);
  if (culprit !== undefined) return { kind: 'refuse', why: findAwaitObstacle(culprit, facts) as Diagnostic, culprit };
  const start = body.children.find((statement) => {
    const holds = group.sites.some((site) => contains(statement, site.extent));
    return statement.type !== 'comment' && (holds || findLoopNeed(statement, module, python) !== undefined);
  });
  const moved = body.children.filter((statement) => start !== undefined && statement.start >= start.start);
  const inner = findInnerRun(moved, group, facts, owner);
  if (inner !== undefined) return { kind: 'refuse', why: diagnostic(inner.extent, 'LS705', freshMainName(module)) };
  const draft = writeInnerBody(owner, start as Node, module, python);
  if (isDiagnostic(draft)) return { kind: 'refuse', why: draft };
  return { kind: 'write', form: run, summary: 'run the rest of the function as a coroutine', draft };
}

function isStray(site: RunSite): boolean {
  return site.form === 'await' && site.standing.kind === 'function';
}
