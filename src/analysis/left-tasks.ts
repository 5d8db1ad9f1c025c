import type { RunSite } from '../forms/form.js';
import { attributesNamed } from '../python/attributes.js';
import { ownNodes } from '../python/classes.js';
import { getFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import type { Binding } from '../python/scopes.js';
import { enclosingFunction } from '../python/standing.js';
import { contains } from '../text.js';
import { nodesIn, type Reach } from './driven-code.js';
import { isOfGroup } from './task-groups.js';

const LOOP_METHODS = /^(?:create_task|run_in_executor|call_later|call_at|call_soon)$/;

/**
 * A task, a timer or a job that the code starts and nobody waits for. `asyncio.run` cancels it when the coroutine ends
 * (semantics.md §4.2), or waits for its thread (§4.7); where the coroutine is awaited instead, it goes on (rule 67).
 *
 *     asyncio.create_task(tick())                      left
 *     t = asyncio.create_task(tick()); await t         waited for
 *     tasks.append(asyncio.create_task(tick()))        left, unless `tasks` is waited for
 *     self.task = asyncio.create_task(tick())          left, unless the coroutine comes to what waits for it
 *     server = await asyncio.start_server(serve)       left, unless somebody closes it
 *     async with asyncio.TaskGroup() as g: g.create_task(tick())     waited for
 *
 * @param options `methods`: what of a loop's methods starts something; `all`: other runs on the loop may wait for it too
 */
export function findLeftTask(
  reach: Reach,
  module: Module,
  { methods = LOOP_METHODS, all = false }: { readonly methods?: RegExp; readonly all?: boolean } = {},
): Node | undefined {
  const within = all ? undefined : reach;
  for (const call of nodesIn(reach, 'call')) {
    if (isLeft(call, module, methods, within) || (!all && isServerLeft(call, searchIn(module, within)))) return call;
  }
  return undefined;
}

/** The question whether somebody waits: what was asked already, and the code that counts, if not all of the file. */
interface Search {
  readonly module: Module;
  readonly seen: Set<Binding>;
  readonly reach?: Reach | undefined;
}

function searchIn(module: Module, reach: Reach | undefined): Search {
  return { module, seen: new Set(), reach };
}

/** `server = await asyncio.start_server(…)` with nobody who closes it: its sockets close with the loop. */
function isServerLeft(call: Node, search: Search): boolean {
  const name = search.module.resolve(field(call, 'function') as Node);
  if (name === undefined || !/^asyncio\.start_(?:unix_)?server$/.test(name)) return false;
  return call.parent?.type === 'await' && !isWaitedFor(call.parent, search);
}

/** The same of the statements beside the runs of a loop: `loop.create_task(tick())`. What stands in a site goes with it. */
export function findLeftTaskAtTop(sites: readonly RunSite[], module: Module): Node | undefined {
  const isBeside = (call: Node) =>
    enclosingFunction(call) === undefined && !sites.some(({ extent }) => contains(extent, call));
  return [...module.find('call')].find((call) => isBeside(call) && isLeft(call, module, /^create_task$/));
}

function isLeft(call: Node, module: Module, methods: RegExp, reach?: Reach): boolean {
  return startsTask(call, module, methods) && canBeSeen(call, module) && !isWaitedFor(call, searchIn(module, reach));
}

const WAKING = /^(?:set_result|set_exception|set|cancel|stop|release|put_nowait|notify|notify_all)$/;

/** The same for a task that is started somewhere in these nodes. */
export function findLeftTaskIn(regions: readonly Node[], module: Module): Node | undefined {
  const holds = (node: Node) => regions.some((region) => region.start <= node.start && node.end <= region.end);
  return findLeftTask({ regions, functions: new Set(), driven: undefined, holds }, module, {
    methods: /^create_task$/,
  });
}

const STARTERS = /^asyncio\.(?:tasks\.)?(?:create_task|ensure_future|async)$/;

function startsTask(call: Node, module: Module, methods: RegExp): boolean {
  const callee = field(call, 'function') as Node;
  const name = module.resolve(callee);
  if (name?.startsWith('asyncio.')) return STARTERS.test(name);
  if (callee.type !== 'attribute' || !methods.test(module.text(field(callee, 'attribute') as Node))) return false;
  return !isOfGroup(callee, module) && !wakes(call, module);
}

/** `loop.call_soon(future.set_result, 1)`: whoever waits is waited for. */
function wakes(call: Node, module: Module): boolean {
  return module
    .call(call)
    .args.slice(0, 2)
    .some((each) => each.type === 'attribute' && WAKING.test(module.text(field(each, 'attribute') as Node)));
}

/** A coroutine that never waits ends with its first step, which it gets either way (§4.3). */
function canBeSeen(call: Node, module: Module): boolean {
  const [given] = module.call(call).args;
  const run = given?.type === 'call' ? findCalled(given, module) : undefined;
  if (run === undefined || !run.isAsync) return true;
  return [...ownNodes(run)].some((node) => node.type === 'await' || node.isAsync);
}

function isWaitedFor(value: Node, search: Search): boolean {
  const { module } = search;
  const { parent } = value;
  switch (parent?.type) {
    case undefined:
    case 'expression_statement':
      return false;
    case 'return_statement':
      return isResultWaitedFor(parent, search);
    case 'assignment':
      return isTargetWaitedFor(field(parent, 'left'), search);
    case 'named_expression':
      return isTargetWaitedFor(field(parent, 'name'), search);
    case 'attribute':
      // asyncio.create_task(tick()).add_done_callback(done)
      return /^(?:cancel|__await__|close|serve_forever|wait_closed)$/.test(
        module.text(field(parent, 'attribute') as Node),
      );
    case 'argument_list':
      return isArgumentWaitedFor(parent, search);
    case 'parenthesized_expression':
    case 'list':
    case 'tuple':
    case 'set':
    case 'dictionary':
    case 'pair':
    case 'list_splat':
    case 'conditional_expression':
    case 'boolean_operator':
    case 'list_comprehension':
    case 'set_comprehension':
    case 'dictionary_comprehension':
    case 'generator_expression':
    case 'keyword_argument':
      return isWaitedFor(parent, search);
    case 'subscript':
      return value.field === 'value' && isWaitedFor(parent, search);
    case 'for_statement':
    case 'for_in_clause':
      // for t in tasks: await t        [t.done() for t in tasks]
      return parent.isAsync || value.field !== 'right' || isTargetWaitedFor(field(parent, 'left'), search);
    case 'if_statement':
    case 'while_statement':
    case 'assert_statement':
    case 'comparison_operator':
    case 'not_operator':
    case 'interpolation':
      return false;
    default:
      // await, return, yield …
      return true;
  }
}

/**
 * `def start(coro): return asyncio.create_task(coro)`: whoever calls it gets the task. A coroutine is awaited for its result, and
 * what nothing in the file uses is for others.
 */
function isResultWaitedFor(statement: Node, search: Search): boolean {
  const { module, seen, reach } = search;
  const owner = enclosingFunction(statement);
  // asyncio.run(start()), where start returns the task: the run ends it, whoever gets it
  if (owner?.isAsync && reach?.driven !== undefined) return findCalled(reach.driven, module) !== owner;
  if (owner?.type !== 'function_definition' || owner.isAsync) return true;
  const binding = module.scopes.bindingOf(field(owner, 'name') as Node);
  if (binding !== undefined) {
    if (seen.has(binding)) return true;
    seen.add(binding);
  }
  const { uses } = getFunction(owner, module);
  return uses.every(({ call }) => call !== undefined && isWaitedFor(call, search));
}

/** `asyncio.gather(task)` is waited for if it is itself; `tasks.append(task)` if `tasks` is; what others are given is theirs. */
function isArgumentWaitedFor(list: Node, search: Search): boolean {
  const { module } = search;
  const call = list.parent as Node;
  const callee = field(call, 'function') as Node;
  if (module.resolve(callee)?.startsWith('asyncio.')) return isWaitedFor(call, search);
  const name = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : module.text(callee);
  if (/^(?:append|add|insert)$/.test(name)) return isTargetWaitedFor(field(callee, 'object'), search);
  return !/^(?:discard|remove|print|len|repr|str|id)$/.test(name);
}

/** Whether what is stored under a name, or an attribute, is waited for somewhere. */
function isTargetWaitedFor(target: Node | undefined, search: Search): boolean {
  const { module, seen } = search;
  if (target === undefined) return false;
  if (target.type === 'attribute') {
    const reads = attributesNamed(module.text(field(target, 'attribute') as Node), module);
    return reads.some(
      (read) => read !== target && read.field !== 'left' && isReached(read, search) && isWaitedFor(read, search),
    );
  }
  if (target.type !== 'identifier') return true;
  const binding = module.scopes.bindingOf(target);
  if (binding === undefined || seen.has(binding)) return false;
  seen.add(binding);
  return binding.references.some((read) => isReached(read, search) && isWaitedFor(read, search));
}

/** What stands in a function whose name nobody speaks on the way waits for nothing. */
function isReached(read: Node, { module, reach }: Search): boolean {
  if (reach === undefined || reach.holds(read)) return true;
  const owner = enclosingFunction(read);
  if (owner?.type !== 'function_definition') return false;
  const name = module.text(field(owner, 'name') as Node);
  return /^__\w+__$/.test(name) || [...nodesIn(reach, 'identifier')].some((node) => module.text(node) === name);
}
