import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { atLeast } from '../python/version.js';

/** Magics that compile their code without top-level await on every IPython so far (semantics.md §1.63-§1.66). */
const NO_AWAIT = new Set(['time', 'timeit', 'prun', 'capture', 'memit', 'mprun', 'lprun', 'debug']);

/**
 * Why `await` cannot stand where the site stands, whatever else is done (rules 1-6, 19, 20); `undefined` where it can,
 * and for a sync function, which is the target's to judge.
 */
export function findAwaitObstacle(site: RunSite, facts: Facts): Diagnostic | undefined {
  const { kind, comprehensions } = site.standing;
  const { document } = facts.module;
  const magic = document.magicAt(site.node.start);
  if (magic !== undefined && NO_AWAIT.has(magic.name) && (kind === 'module' || kind === 'main-guard')) {
    return diagnostic(site.extent, 'LS501', `${magic.kind === 'cell' ? '%%' : '%'}${magic.name}`);
  }
  // [[await c(i) for i in x] for j in y]: until 3.10 a SyntaxError
  if (comprehensions.length > 1 && !atLeast(facts.python, '3.11')) return diagnostic(site.extent, 'LS206');
  switch (kind) {
    case 'module':
    case 'main-guard':
    case 'async-function':
    case 'function':
      return undefined;
    case 'lambda':
      return diagnostic(site.extent, 'LS201');
    case 'generator':
      return diagnostic(site.extent, 'LS202');
    case 'class-body':
      return diagnostic(site.extent, 'LS203');
    case 'annotation':
      return diagnostic(site.extent, 'LS205');
  }
}
