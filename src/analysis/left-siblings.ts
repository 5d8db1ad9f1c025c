import { nodesOutsideOfDefs } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf, unparenthesized } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { contains } from '../text.js';
import { nodesIn, type Reach } from './driven-code.js';
import { type Failure, failuresAt, failuresOf, findCatcher, findFailureOut, isTrue } from './failures.js';
import { findLeftTask } from './left-tasks.js';
import { actsWhenCancelled, endsVisibly } from './lingering.js';
import { isCancelDelivered, isMindedAround, isMindedLater, isPendingMinded, isWait } from './minding.js';
import { leavesLoop } from './open-generators.js';
import { assignedNames, type Started, startedBy } from './started.js';

/** A task that nobody waits for, or that is given up when another one fails. */
export function findLeft(reach: Reach, module: Module): Node | undefined {
  return findLeftTask(reach, module, { all: true }) ?? findLeftSibling(reach, module)?.task;
}

/** A coroutine that still runs when those it was started with are given up, and what gives them up. */
export interface LeftSibling {
  /** The call that makes the coroutine. */
  readonly task: Node;
  /** The statement that raises, or the call that waits for some of them only. */
  readonly by: Node;
}

/**
 * Coroutines that run side by side, where waiting for them may end before all of them do. `asyncio.run` cancels the others when
 * it ends; where the coroutine is awaited instead, they go on (rule 67).
 *
 *     await asyncio.gather(load(), check())            check raises, and load has still something to print
 *     for task in tasks: await task                    one raises: those behind it are not waited for
 *     for first in asyncio.as_completed(jobs): break   the others
 *     await asyncio.wait(jobs, return_when=FIRST_…)    those that are pending, unless somebody takes them
 *     await asyncio.wait_for(asyncio.shield(job), 1)   the job, when it takes too long
 *
 * Only where this file says that one raises ({@link Failure}), and that another one still has something to do that can be
 * seen ({@link endsVisibly}).
 */
export function findLeftSibling(reach: Reach, module: Module): LeftSibling | undefined {
  for (const region of reach.regions) {
    for (const node of nodesOutsideOfDefs(region)) {
      const found = leftAt(node, module);
      if (found !== undefined) return found;
    }
  }
  for (const assignment of nodesIn(reach, 'assignment')) {
    for (const { name, value } of assignedNames(assignment, module)) {
      const found = leftBehindTask(name, value, module);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function leftAt(node: Node, module: Module): LeftSibling | undefined {
  switch (node.type) {
    case 'call':
      return leftByCall(node, module);
    case 'for_statement':
    case 'for_in_clause':
      return leftByLoop(node, module);
    default:
      return undefined;
  }
}

function leftByCall(call: Node, module: Module): LeftSibling | undefined {
  const { function: callee, args, keywords } = module.call(call);
  switch (module.resolve(callee)) {
    case 'asyncio.gather':
      return isTrue(keywords.get('return_exceptions')) ? undefined : leftByFailure(call, args, module);
    case 'asyncio.wait':
      return isPartial(args, keywords, module) && !isPendingMinded(call, module)
        ? leftBy(call, startedIn(args.slice(0, 1), module), call, module)
        : undefined;
    case 'asyncio.wait_for': {
      const [given] = args;
      const isShield = given?.type === 'call' && module.resolve(field(given, 'function') as Node) === 'asyncio.shield';
      return isShield ? leftBy(call, startedBy(given, module), call, module) : undefined;
    }
    default:
      return undefined;
  }
}

/**
 * A task that is cancelled, and says so, with nothing awaited behind it: `asyncio.run` waits for its end, an await goes on
 * before it.
 *
 *     async def main():
 *         beat = asyncio.create_task(heartbeat())      try: … finally: print("stopped")
 *         await work()
 *         beat.cancel()
 */
export function findLoudCancel(reach: Reach, module: Module): LeftSibling | undefined {
  for (const call of nodesIn(reach, 'call')) {
    const callee = field(call, 'function') as Node;
    if (callee.type !== 'attribute' || module.text(field(callee, 'attribute') as Node) !== 'cancel') continue;
    const loud = startedBy(field(callee, 'object') as Node, module).find(
      ({ asTask, definition }) => asTask && actsWhenCancelled(definition, module),
    );
    if (loud !== undefined && !isCancelDelivered(call, module)) return { task: loud.call, by: call };
  }
  return undefined;
}

/** `asyncio.wait(jobs, timeout=1)`, `asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)`. */
function isPartial(args: readonly Node[], keywords: ReadonlyMap<string, Node>, module: Module): boolean {
  const timeout = keywords.get('timeout') ?? args[1];
  if (timeout !== undefined && timeout.type !== 'none') return true;
  const when = keywords.get('return_when') ?? args[2];
  return when !== undefined && /\bFIRST_(?:COMPLETED|EXCEPTION)\b/.test(module.text(when));
}

/** A loop over what runs already, or over `as_completed`. */
function leftByLoop(loop: Node, module: Module): LeftSibling | undefined {
  const iterable = field(loop, 'right');
  if (iterable === undefined) return undefined;
  const node = unparenthesized(iterable);
  const isCompleted =
    node.type === 'call' && module.resolve(field(node, 'function') as Node) === 'asyncio.as_completed';
  const started = startedBy(node, module).filter(({ asTask }) => asTask);
  if (started.length === 0) return undefined;
  const body = loop.type === 'for_statement' ? field(loop, 'body') : field(loop.parent, 'body');
  if (body === undefined) return undefined;
  const failing = findFailureOut(body, loop.type === 'for_statement' ? loop : body, module);
  if (failing !== undefined) return leftBy(loop, started, failing, module);
  if (!isCompleted || loop.type !== 'for_statement') return undefined;
  const { args, keywords } = module.call(node);
  const timeout = keywords.get('timeout') ?? args[1];
  if (timeout !== undefined && timeout.type !== 'none') return leftBy(loop, started, node, module);
  return leavesLoop(body, true) ? leftBy(loop, started, node, module) : undefined;
}

/** `gather(a(), b())`: one says that it raises, while another one, or another of the same, still runs. */
function leftByFailure(call: Node, args: readonly Node[], module: Module): LeftSibling | undefined {
  const started = startedIn(args, module);
  for (const failing of started) {
    const [failure] = failuresOf(failing.definition, module);
    if (failure === undefined) continue;
    const others = started.filter((each) => each.many || each !== failing);
    const left = leftBy(call, others, failure.at, module);
    if (left !== undefined) return left;
  }
  return undefined;
}

function leftBy(at: Node, started: readonly Started[], by: Node, module: Module): LeftSibling | undefined {
  const left = started.find(({ definition }) => endsVisibly(definition, module));
  if (left === undefined || isMindedAround(at, module) || isMindedLater(at, module)) return undefined;
  return { task: left.call, by };
}

function startedIn(args: readonly Node[], module: Module): readonly Started[] {
  return args.flatMap((each) => startedBy(each, module));
}

/** `t = asyncio.create_task(load())`, and something raises before `await t` is reached. */
function leftBehindTask(name: Node, value: Node, module: Module): LeftSibling | undefined {
  const owner = enclosingFunction(value);
  if (owner === undefined || isOfGroup(value, module)) return undefined;
  const started = startedBy(value, module).filter(({ asTask }) => asTask);
  if (started.length === 0) return undefined;
  const made = statementOf(value).end;
  const reads = module.scopes.bindingOf(name)?.references.filter((read) => isWait(read, module)) ?? [];
  const first = reads.find((read) => read.start > made);
  if (first === undefined) return undefined;
  for (const node of nodesOutsideOfDefs(field(owner, 'body'))) {
    if (node.start < made || node.end > first.start || contains(node, first)) continue;
    for (const failure of failuresAt(node, module)) {
      if (!isCaughtInBetween(node, failure, first, owner, module)) {
        const left = leftBy(node, started, failure.at, module);
        if (left !== undefined) return left;
      }
    }
  }
  return undefined;
}

/** `async with asyncio.TaskGroup() as group: t = group.create_task(load())`: the group waits. */
function isOfGroup(call: Node, module: Module): boolean {
  const callee = field(call, 'function');
  const receiver = callee?.type === 'attribute' ? field(callee, 'object') : undefined;
  const definitions = receiver?.type === 'identifier' ? module.scopes.bindingOf(receiver)?.definitions : undefined;
  return definitions?.some(({ kind, statement }) => kind === 'as' && statement.isAsync) ?? false;
}

/** An `except` takes it, and the wait is still reached behind it. */
function isCaughtInBetween(node: Node, failure: Failure, wait: Node, owner: Node, module: Module): boolean {
  const catcher = findCatcher(node, failure, owner, module);
  if (catcher === undefined) return false;
  const statement = catcher.type === 'except_clause' ? catcher.parent : catcher;
  return statement === undefined || statement.end <= wait.start;
}
