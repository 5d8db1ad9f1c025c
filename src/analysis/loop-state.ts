import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { nodesIn, type Reach } from './driven-code.js';
import { reachableFrom } from './reach.js';
import { findExit } from './task-exits.js';

/**
 * Code that does something to the loop it runs on, or remembers things by it. Under `asyncio.run` the loop is its own;
 * awaited in a cell it is the kernel's, which outlives it (rules 26, 67; semantics.md §1.96-§1.99).
 *
 *     asyncio.get_running_loop().set_debug(True)
 *     for task in asyncio.all_tasks(): task.cancel()
 *     sessions[asyncio.get_running_loop()] = session
 *
 * @param isOne all of the file's runs are on this loop: what is remembered by it stays together
 */
export function findLoopState(reach: Reach, module: Module, isOne: boolean): Node | undefined {
  for (const call of nodesIn(reach, 'call')) {
    const name = module.resolve(field(call, 'function') as Node);
    if (name === 'asyncio.all_tasks' || name === 'asyncio.Task.all_tasks') return call;
    if (name !== 'asyncio.get_running_loop' && name !== 'asyncio.get_event_loop') continue;
    const use = usesOf(call, module).find((each) => isChange(each, module) || (!isOne && isKey(each, module)));
    if (use !== undefined) return use.parent?.type === 'attribute' ? use.parent : use;
  }
  return undefined;
}

/**
 * What is to be called when the task ends that runs the coroutine: awaited in a cell, it is part of the task of the cell.
 *
 *     asyncio.current_task().add_done_callback(report)
 *     task = asyncio.current_task(); task.add_done_callback(report)
 */
export function findOwnCallback(reach: Reach, module: Module): Node | undefined {
  for (const call of nodesIn(reach, 'call')) {
    if (module.resolve(field(call, 'function') as Node) !== 'asyncio.current_task') continue;
    for (const { parent } of usesOf(call, module)) {
      if (parent?.type !== 'attribute') continue;
      if (module.text(field(parent, 'attribute') as Node) === 'add_done_callback') return parent;
    }
  }
  return undefined;
}

/** A handler for signals, on the loop or on the process: only the main thread may set one (§4.26, §5.28). */
export function findSignalHandler(reach: Reach, module: Module): Node | undefined {
  for (const call of nodesIn(reach, 'call')) {
    const callee = field(call, 'function') as Node;
    const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
    if (method === 'add_signal_handler' || module.resolve(callee) === 'signal.signal') return callee;
  }
  return undefined;
}

/**
 * A handler that `signal.signal()` is given anywhere in the file, and that raises.
 *
 *     def on_alarm(*_): raise Timeout
 *     signal.signal(signal.SIGALRM, on_alarm)
 */
export function findRaisingHandler(module: Module): { readonly handler: Node; readonly set: Node } | undefined {
  for (const { node, args } of module.calls('signal.signal')) {
    const [, handler] = args;
    if (handler === undefined) continue;
    const run = [handler, ...reachableFrom(handler, module)];
    if (run.some((each) => raises(each, module))) return { handler, set: node };
  }
  return undefined;
}

function raises(root: Node, module: Module): boolean {
  return findExit(root, module) !== undefined || [...module.find('raise_statement', root)].length > 0;
}

/** The expression itself, or every read of the variable it is kept in. */
function usesOf(call: Node, module: Module): readonly Node[] {
  const assignment = call.parent?.type === 'assignment' ? call.parent : undefined;
  const left = field(assignment, 'left');
  if (left?.type !== 'identifier') return [call];
  return module.scopes.bindingOf(left)?.references ?? [];
}

const CHANGES =
  /^(?:stop|close|run_forever|run_until_complete|set_\w+|shutdown_\w+|slow_callback_duration|add_reader|add_writer)$/;

/** `loop.set_debug(True)` */
function isChange({ parent }: Node, module: Module): boolean {
  return parent?.type === 'attribute' && CHANGES.test(module.text(field(parent, 'attribute') as Node));
}

/** `sessions[loop]`, `loop is kept`, `id(loop)` */
function isKey(use: Node, module: Module): boolean {
  const { parent } = use;
  switch (parent?.type) {
    case 'subscript':
      return use.field === 'subscript';
    case 'pair':
    case 'comparison_operator':
      return true;
    case 'argument_list': {
      const callee = field(parent.parent, 'function') as Node;
      const name = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : module.text(callee);
      return /^(?:id|hash|get|setdefault|pop|add|append|insert)$/.test(name);
    }
    default:
      return false;
  }
}
