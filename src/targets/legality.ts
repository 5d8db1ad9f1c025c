import { getAutoawait, isPlain } from '../analysis/autoawait.js';
import type { Facts } from '../analysis/facts.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import { ancestors } from '../python/node.js';
import { atLeast } from '../python/version.js';

/**
 * Why `await` cannot stand where the site stands, whatever else is done (rules 1-6, 30); `undefined` where it can, and for
 * a sync function, which is the target's to judge. Magics are judged by {@link chooseUnderMagic}.
 */
export function findAwaitObstacle(site: RunSite, facts: Facts): Diagnostic | undefined {
  const { kind, comprehensions } = site.standing;
  // [[await c(i) for i in x] for j in y]: until 3.10 a SyntaxError
  if (comprehensions.length > 1 && !atLeast(facts.python, '3.11')) return diagnostic(site.extent, 'LS206');
  // @await make()   a decorator is a dotted name or its call until 3.8
  if (isInDecorator(site) && !atLeast(facts.python, '3.9')) return diagnostic(site.extent, 'LS215');
  switch (kind) {
    case 'module':
    case 'main-guard':
      return findAutoawaitObstacle(site, facts);
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

/** `%autoawait off`, `%autoawait trio`: what stands there already under trio is trio's own. */
function findAutoawaitObstacle(site: RunSite, facts: Facts): Diagnostic | undefined {
  const autoawait = getAutoawait(facts.module.document, site.node.start);
  if (isPlain(autoawait)) return undefined;
  if (autoawait.on && (site.form === 'await' || site.form === autoawait.runner)) return undefined;
  return diagnostic(site.extent, 'LS505', autoawait.on ? autoawait.runner : 'off');
}

/** `await trio.sleep(1)` under `%autoawait trio` is driven by trio: a script's `asyncio.run` cannot take its place (rule 30). */
export function findOtherRunner(site: RunSite, facts: Facts): Diagnostic | undefined {
  const { kind } = site.standing;
  if (site.form !== 'await' || (kind !== 'module' && kind !== 'main-guard')) return undefined;
  const { on, runner } = getAutoawait(facts.module.document, site.node.start);
  return on && runner !== 'asyncio' ? diagnostic(site.extent, 'LS506', runner) : undefined;
}

function isInDecorator(site: RunSite): boolean {
  for (const up of ancestors(site.node)) {
    if (up.type === 'decorator') return true;
    if (up.type === 'block' || /_definition$/.test(up.type)) return false;
  }
  return false;
}
