import { findBridgeObstacle } from '../analysis/affinity.js';
import { isKnownCall, mayRunAlone, mayRunAloneEachTime } from '../analysis/alone.js';
import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { isRepeated } from '../analysis/lifetime.js';
import { endsByThem, findDependence } from '../analysis/order.js';
import { diagnostic } from '../diagnostics.js';
import { bridge, getBridgeHelper } from '../forms/bridge.js';
import { isDiagnostic, type RunSite } from '../forms/form.js';
import { freeName, taskGuard } from '../forms/guard/task-guard.js';
import { layoutOf } from '../forms/layout.js';
import { writeLegacyRun } from '../forms/legacy-run.js';
import type { MainDrive } from '../forms/main-parts.js';
import { nameOfLoop } from '../forms/runner-span.js';
import { field } from '../python/node.js';
import type { Span } from '../python/span.js';
import { enclosingFunction } from '../python/standing.js';
import { findNeeded } from './later-users.js';
import { isDoubtful } from './legacy.js';
import { findKernelUse, refuseForeign } from './loops.js';
import { togetherForMain } from './main-shape.js';
import type { Together } from './target.js';

/**
 * Module-level code that shares a loop goes into one `main()` first, and that is run as a single site would be: by a task
 * guard, or by the bridge where something depends on its end.
 */
export function togetherForPortable(group: Group, facts: Facts): Together | undefined {
  const foreign = group.sites.find((site) => isLegacy(site) && site.loop?.kind === 'foreign');
  if (foreign !== undefined) return { kind: 'refuse', why: refuseForeign(foreign, facts), culprit: foreign };
  for (const site of group.sites) {
    const uses = isLegacy(site) ? (site.loop?.leftovers ?? []) : [];
    const use = uses.map((read) => findKernelUse(site, read, facts)).find((found) => found !== undefined);
    if (use !== undefined) return { kind: 'refuse', why: use, culprit: site };
  }
  // Nothing waits for ever where a loop is running already
  const forever = group.sites.find(({ form }) => form === 'run-forever');
  if (forever !== undefined)
    return {
      kind: 'refuse',
      why: diagnostic(forever.extent, 'LS214', forever.form, facts.settings.to),
      culprit: forever,
    };
  // cells cannot share a function body
  const inCells = facts.module.document.format === 'notebook';
  const shared = inCells ? undefined : togetherForMain(group, facts, (span, name) => chooseDrive(span, name, facts));
  return shared ?? chooseLegacy(group, facts);
}

function isLegacy({ form, standing }: RunSite): boolean {
  return (form === 'run-until-complete' || form === 'runner') && standing.kind !== 'async-function';
}

/**
 * One run on a loop that is made for it becomes one run of the bridge, with the loop gone; several on one loop would each
 * get a loop of their own. A coroutine that nobody waits for is left to the task guard.
 */
function chooseLegacy({ sites }: Group, facts: Facts): Together | undefined {
  const [site, more] = sites;
  if (site === undefined || !sites.every(isLegacy)) return undefined;
  const { module, python, settings } = facts;
  // several runs that leave nothing on the loop: each may have one of its own
  if (more !== undefined || (site.loop !== undefined && isRepeated(site, module))) {
    const isAlone = more === undefined ? mayRunAloneEachTime(site, module, python) : mayRunAlone(sites, module, python);
    if (isAlone) return undefined;
    return { kind: 'refuse', why: diagnostic(site.extent, 'LS310', nameOfLoop(site)) };
  }
  const isPlain = isKnownCall(site, module) && (site.loop?.leftovers.length ?? 0) === 0;
  const isTask = isPlain && settings.guard !== 'thread' && findDependence(site, module) === undefined;
  if (isTask || site.loop === undefined || site.form === 'runner' || !settings.bridge) return undefined;
  const obstacle = findBridgeObstacle(site, facts);
  if (obstacle !== undefined) return { kind: 'refuse', why: obstacle };
  const helper = getBridgeHelper(module, facts.sites);
  const written = writeLegacyRun(site, module, python, helper.name);
  if (isDiagnostic(written)) return { kind: 'refuse', why: written };
  const draft = { ...written, edits: [...helper.edits, ...written.edits] };
  const together = { kind: 'write' as const, form: bridge, summary: BRIDGED, draft };
  const needed = findNeeded(sites, together, facts);
  if (needed !== undefined) return { kind: 'refuse', why: needed };
  if (!isDoubtful(site, facts) || enclosingFunction(site.node) === undefined) return together;
  const name = field(enclosingFunction(site.node), 'name');
  const caution = diagnostic(site.extent, 'LS305', name === undefined ? 'it' : module.text(name));
  return { ...together, safety: 'unsafe', caution };
}

/** What a bridge does, in one phrase. */
export const BRIDGED = 'run the coroutine to its end, on a thread where a loop is running';

function chooseDrive(span: Span, name: string, facts: Facts): MainDrive {
  const { module, sites, settings } = facts;
  const { eol, unit } = layoutOf(module);
  if (settings.guard === 'thread' || (settings.guard === 'auto' && isWaitedFor(span, facts))) {
    const helper = getBridgeHelper(module, sites);
    return { edits: helper.edits, lines: () => `${helper.name}(${name}())` };
  }
  const [loop, task] = [freeName('loop', sites, module), freeName('task', sites, module)];
  return {
    edits: [],
    lines: (asyncio, indent) => {
      const { head, tail } = taskGuard({ asyncio, coroutine: `${name}()`, loop, task, unit });
      return [...head, `${unit}${asyncio}.run(${name}())`, ...tail].join(eol + indent);
    },
  };
}

/** Handlers stand around the run, something follows it, or it ends the program. */
function isWaitedFor(span: Span, { module }: Facts): boolean {
  const [first] = span.moved;
  const last = span.moved[span.moved.length - 1];
  if (first === undefined || last === undefined) return false;
  if (first.parent?.parent?.type === 'try_statement') return true;
  const isBehind = module.roots.some((root) =>
    root.children.some((child) => child.start >= last.end && child.type !== 'comment'),
  );
  return isBehind || endsByThem(span.moved, module);
}
