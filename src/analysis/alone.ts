import type { RunSite } from '../forms/form.js';
import { ownNodes } from '../python/classes.js';
import { isComprehension } from '../python/comprehensions.js';
import type { Module } from '../python/module.js';
import { ancestors, descendants, field, type Node, unparenthesized } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import { topLevel } from '../python/span.js';
import { enclosingFunction } from '../python/standing.js';
import type { PythonVersion } from '../python/version.js';
import { isLoopMethod, kindOfAwaitable } from './awaitables.js';
import { findLeakedContext } from './context-vars.js';
import { getReach } from './driven-code.js';
import { Holdings } from './holdings.js';
import { keepsLoop } from './kept-loops.js';
import { findLeft } from './left-siblings.js';
import { findLoopNeed } from './loop-needs.js';
import { findOpenGenerator } from './open-generators.js';
import { reachableFrom } from './reach.js';
import { isOfGroup } from './task-groups.js';

/**
 * Whether each of these sites may have a loop of its own, `asyncio.run(X)` in place: only where X is the call
 * of a known coroutine function, nothing around it needs a running loop, and, with several runs, nothing of a loop
 * can be left over for the next one (semantics.md §3.45-§3.56, rules 32 and 37). What cannot be proved is `false`.
 *
 * @param around the code that runs with them: the module, or the body of the function they stand in
 */
export function mayRunAlone(
  sites: readonly RunSite[],
  module: Module,
  python: PythonVersion,
  around: readonly Node[] = module.roots,
): boolean {
  if (sites.some((site) => !isKnownCall(site, module))) return false;
  if (around.some((root) => findLoopNeed(root, module, python) !== undefined)) return false;
  const holdings = new Holdings(module);
  const several = sites.length > 1 || sites.some(isRepeated);
  return sites.every((site) => {
    const result = site.usage === 'value' ? holdings.of(site.node) : 'nothing';
    // v.set(1) in the coroutine and v.get() behind it: a run has a context of its own (§4.8)
    if (!several)
      return result !== 'loop' && findLeakedContext(site, sites, module) === undefined && !endsEarly(site, module);
    return result === 'nothing' && leavesNothing(site, module, holdings);
  });
}

/** The same of one site that is run again and again: `[runner.run(fetch(n)) for n in numbers]`. */
export function mayRunAloneEachTime(site: RunSite, module: Module, python: PythonVersion): boolean {
  const leavesAlone = mayRunAlone([{ ...site, usage: 'statement' }], module, python);
  return leavesAlone && new Holdings(module).ofRun(site.coroutine as Node) === 'nothing';
}

/** What a run of its own would end before the statements behind it: at home it goes on beside them. */
function endsEarly(site: RunSite, module: Module): boolean {
  if (site.form !== 'await') return false;
  const reach = getReach(site, module);
  if (findOpenGenerator(reach, module) !== undefined) return true;
  const isLast = topLevel(module).every((statement) => statement.start < site.node.end);
  return !isLast && (findLeft(reach, module) !== undefined || keepsLoop(reach, module));
}

export function isKnownCall(site: RunSite, module: Module): boolean {
  return site.coroutine !== undefined && kindOfAwaitable(site.coroutine, module) === 'coroutine';
}

/** In a loop or a comprehension: one site, many runs. */
function isRepeated(site: RunSite): boolean {
  for (const up of ancestors(site.node)) {
    if (up.type === 'while_statement' || up.type === 'for_statement' || isComprehension(up)) return true;
  }
  return false;
}

/** Everything the run touches is this file's or Python's own, and holds nothing of a loop when it ends. */
function leavesNothing(site: RunSite, module: Module, holdings: Holdings): boolean {
  const operand = site.coroutine as Node;
  if (touchesState(operand, module, holdings, () => true)) return false;
  for (const definition of reachableFrom(operand, module)) {
    if (touchesState(definition, module, holdings, isModules) || awaitsUnknown(definition, module, holdings))
      return false;
    if (findStray(definition, module) !== undefined) return false;
  }
  return true;
}

function isModules(binding: Binding): boolean {
  return binding.scope.kind === 'module';
}

/** Reads a name whose value may hold something of a loop, or of a context. */
function touchesState(root: Node, module: Module, holdings: Holdings, counts: (binding: Binding) => boolean): boolean {
  for (const node of descendants(root)) {
    if (node.type !== 'identifier') continue;
    const binding = module.scopes.bindingOf(node);
    if (binding !== undefined && counts(binding) && holdings.ofBinding(binding) !== 'nothing') return true;
  }
  return false;
}

/** Waits for something of a library, which may keep connections by loop. */
function awaitsUnknown(definition: Node, module: Module, holdings: Holdings): boolean {
  for (const node of ownNodes(definition)) {
    if (node.type === 'await') {
      const operand = node.children.find((child) => child.type !== 'comment');
      if (operand !== undefined && !isOwn(operand, module, holdings)) return true;
    } else if (
      node.isAsync &&
      (node.type === 'with_statement' || node.type === 'for_statement' || node.type === 'for_in_clause')
    ) {
      const values = node.type === 'with_statement' ? withValues(node) : [field(node, 'right') as Node];
      if (values.some((value) => !isOwn(value, module, holdings))) return true;
    }
  }
  return false;
}

function isOwn(expression: Node, module: Module, holdings: Holdings): boolean {
  const node = unparenthesized(expression);
  if (kindOfAwaitable(node, module) !== 'unknown') return true;
  if (node.type === 'call') {
    const callee = field(node, 'function') as Node;
    if (module.resolve(callee)?.startsWith('asyncio.')) return true;
    if (callee.type === 'attribute') return isOwn(field(callee, 'object') as Node, module, holdings);
  }
  // queue.get(), async with lock: what this function made itself
  return holdings.of(node) !== 'unknown';
}

function withValues(statement: Node): readonly Node[] {
  const items = statement.children.find((child) => child.type === 'with_clause')?.children ?? [];
  return items.flatMap((item) => {
    const value = field(item, 'value');
    return value === undefined ? [] : [value.type === 'as_pattern' ? (value.children[0] as Node) : value];
  });
}

const STARTERS = /^asyncio\.(?:create_task|ensure_future|start_server|start_unix_server)$/;
const TIMERS =
  /^(?:call_soon|call_later|call_at|call_soon_threadsafe|add_signal_handler|add_reader|add_writer|serve_forever)$/;

/**
 * A call that starts what nobody in the function waits for: it goes on behind the result, until its loop ends.
 *
 *     asyncio.create_task(bg())          the task is dropped
 *     self.task = create_task(bg())      or kept for later
 *     loop.call_later(5, stop)
 */
function findStray(definition: Node, module: Module): Node | undefined {
  for (const node of descendants(field(definition, 'body') ?? definition)) {
    if (node.type !== 'call') continue;
    const callee = field(node, 'function') as Node;
    const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
    if (TIMERS.test(method)) return node;
    const starts =
      STARTERS.test(module.resolve(callee) ?? '') || (isLoopMethod(callee, module) && method === 'create_task');
    if (starts && !isOfGroup(callee, module) && isLeftBehind(node, module)) return node;
  }
  return undefined;
}

function isLeftBehind(call: Node, module: Module): boolean {
  const statement = call.parent;
  if (statement?.type === 'expression_statement' || statement?.type === 'return_statement') return true;
  if (statement?.type !== 'assignment') return false;
  const left = field(statement, 'left');
  if (left?.type !== 'identifier') return true;
  const binding = module.scopes.bindingOf(left);
  if (binding === undefined || binding.scope.kind === 'module')
    return enclosingFunction(call) !== undefined || binding?.references.length === 0;
  return binding.references.length === 0;
}
