import { findBridgeObstacle } from '../analysis/affinity.js';
import { getReach } from '../analysis/driven-code.js';
import type { Facts } from '../analysis/facts.js';
import type { Group } from '../analysis/groups.js';
import { findLeft } from '../analysis/left-siblings.js';
import { findLeftTaskIn } from '../analysis/left-tasks.js';
import { findOpenGenerator } from '../analysis/open-generators.js';
import { reachableFrom } from '../analysis/reach.js';
import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { RunSite } from '../forms/form.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import type { Obstacle, Span } from '../python/span.js';
import { contains } from '../text.js';
import { catchesInterrupt } from './main-span.js';

/** Why a span cannot move into `name()`. */
export function explainObstacle(obstacle: Obstacle, name: string, module: Module): Diagnostic {
  const text = module.text(obstacle.at);
  switch (obstacle.kind) {
    case 'dynamic':
      return diagnostic(obstacle.at, 'LS701', name, text.split('\n')[0] as string);
    case 'star-import':
      return diagnostic(obstacle.at, 'LS702', text);
    case 'annotation':
      return diagnostic(obstacle.at, 'LS706', module.text(field(obstacle.at, 'left') as Node));
  }
}

/** `%%bash` in a percent-format file, between statements that move: what is not Python cannot be indented with them. */
export function findMagicAmong({ moved }: Span, name: string, module: Module): Diagnostic | undefined {
  const start = moved[0]?.start ?? 0;
  const magic = module.document.magics.find((each) => each.end > start);
  if (magic === undefined) return undefined;
  const [line = ''] = module.document.code.slice(magic.start, magic.end).split('\n', 1);
  return diagnostic(magic, 'LS724', line.trim(), name);
}

/**
 * A site that starts a loop of its own and would be called inside `main()`.
 *
 * @param moved what goes into it, of the module or of the function `home`
 */
export function findInnerRun(moved: readonly Node[], group: Group, facts: Facts, home?: Node): RunSite | undefined {
  const reached = new Set(moved.flatMap((statement) => [...reachableFrom(statement, facts.module)]));
  const isMoved = (site: RunSite) => moved.some((statement) => contains(statement, site.extent));
  return facts.sites.find((site) => {
    if (group.sites.includes(site) || site.form === 'await') return false;
    const { kind, owner } = site.standing;
    // def load(): loop.run_until_complete(a()); async with b(): …   the rest of `load` moves
    if (kind === 'function' && owner === home) return isMoved(site);
    if (kind === 'function') return reached.has(owner) && !becomesBridge(site, facts);
    return kind !== 'async-function' && isMoved(site);
  });
}

/** A bridge works inside of a loop too. */
function becomesBridge(site: RunSite, facts: Facts): boolean {
  if (facts.settings.to !== 'portable') return false;
  if (site.portable === 'waits') return true;
  const isStuck = site.refusal !== undefined || site.obstacle !== undefined;
  return !isStuck && facts.settings.bridge && findBridgeObstacle(site, facts) === undefined;
}

/** What to mind of a span that moves. */
export function findMainCautions(span: Span, { sites }: Group, name: string, facts: Facts): readonly Diagnostic[] {
  const { module } = facts;
  const notes: Diagnostic[] = [];
  const interrupt = span.moved.find((statement) => catchesInterrupt(statement, module));
  if (interrupt !== undefined) notes.push(diagnostic(interrupt, 'LS704'));
  const stray = findModuleStray(span, module) ?? findTaskOfAwaits(sites, module);
  if (stray !== undefined) notes.push(diagnostic(stray, 'LS703', `${name}()`));
  if (span.globals.length > 0 && usesProcesses(module)) {
    const names = span.globals.map((global) => `\`${global}\``).join(', ');
    notes.push(diagnostic(span.moved[0] as Node, 'LS707', name, names));
  }
  return notes;
}

/** `tasks.append(asyncio.create_task(tick()))` in what the awaits run. */
function findTaskOfAwaits(sites: readonly RunSite[], module: Module): Node | undefined {
  for (const site of sites) {
    if (site.form !== 'await') continue;
    const reach = getReach(site, module);
    const left = findLeft(reach, module) ?? findOpenGenerator(reach, module);
    if (left !== undefined) return left;
  }
  return undefined;
}

/** In what moves, or in what is called from there. */
function findModuleStray(span: Span, module: Module): Node | undefined {
  const reached = new Set(span.moved.flatMap((statement) => [...reachableFrom(statement, module)]));
  return findLeftTaskIn([...span.moved, ...[...reached].flatMap((each) => field(each, 'body') ?? [])], module);
}

export function usesProcesses(module: Module): boolean {
  return module.roots.some((root) => {
    for (const node of descendants(root)) {
      if (
        node.type === 'call' &&
        /^(?:multiprocessing\.|concurrent\.futures\.ProcessPoolExecutor)/.test(
          module.resolve(field(node, 'function') as Node) ?? '',
        )
      )
        return true;
    }
    return false;
  });
}
