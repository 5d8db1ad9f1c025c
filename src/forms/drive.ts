import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';
import { contains, type Range } from '../text.js';

/**
 * Every way a piece of code can drive a coroutine, whatever comes of it: what the arms of a guard are compared by.
 *
 * - `run`: `asyncio.run(X)`; `legacy`: `loop.run_until_complete(X)`
 * - `task`: `create_task(X)`, `ensure_future(X)`: nobody waits
 * - `thread`: `pool.submit(asyncio.run, X)`, `Thread(target=asyncio.run, args=(X,))`, `asyncio.run(X)` in what a thread runs
 * - `threadsafe`: `asyncio.run_coroutine_threadsafe(X, loop)`
 * - `await`: `await X`
 */
export type DriveKind = 'run' | 'legacy' | 'task' | 'thread' | 'threadsafe' | 'await';

export interface Drive {
  readonly kind: DriveKind;
  readonly node: Node;
  /** What is driven; absent where it is not an argument of its own. */
  readonly coroutine: Node | undefined;
}

const TASK_MAKERS = new Set([
  'asyncio.create_task',
  'asyncio.ensure_future',
  'asyncio.tasks.create_task',
  'asyncio.async',
]);

/** Every drive inside a node, in source order. */
export function findDrives(within: Node, module: Module): readonly Drive[] {
  const drives: Drive[] = [];
  for (const node of module.find('call', within)) {
    const drive = driveOf(node, within, module);
    if (drive !== undefined) drives.push(drive);
  }
  for (const node of module.find('await', within)) {
    const [operand] = node.children.filter((child) => child.type !== 'comment');
    // await task: the task was made, and counted, where it was created
    if (operand !== undefined && operand.type !== 'identifier')
      drives.push({ kind: 'await', node, coroutine: operand });
  }
  return drives.sort((a, b) => a.node.start - b.node.start);
}

function driveOf(node: Node, within: Node, module: Module): Drive | undefined {
  const call = module.call(node);
  const name = module.resolve(call.function);
  const [first] = call.args;
  if (name === 'asyncio.run') {
    const coroutine = first ?? call.keywords.get('main');
    return { kind: isDeferred(node, within) ? 'thread' : 'run', node, coroutine };
  }
  if (name === 'asyncio.run_coroutine_threadsafe') return { kind: 'threadsafe', node, coroutine: first };
  if (name !== undefined && TASK_MAKERS.has(name)) return { kind: 'task', node, coroutine: first };
  const submitted = findSubmitted(node, module);
  if (submitted !== undefined) return { kind: 'thread', node, coroutine: submitted };
  if (name === 'threading.Thread') return threadOf(node, module);
  if (call.function.type !== 'attribute') return undefined;
  const method = module.text(field(call.function, 'attribute') as Node);
  if (method === 'run_until_complete')
    return {
      kind: isDeferred(node, within) ? 'thread' : 'legacy',
      node,
      coroutine: first ?? call.keywords.get('future'),
    };
  if (method === 'create_task' || method === 'ensure_future') return { kind: 'task', node, coroutine: first };
  return undefined;
}

/**
 * What an executor is handed together with `asyncio.run`.
 *
 *     pool.submit(asyncio.run, X)    pool.submit(context.run, asyncio.run, X)    pool.submit(lambda: asyncio.run(X))
 */
export function findSubmitted(node: Node, module: Module): Node | undefined {
  const call = module.call(node);
  if (call.function.type !== 'attribute' || call.unpacks) return undefined;
  if (module.text(field(call.function, 'attribute') as Node) !== 'submit') return undefined;
  const args = call.args.map(unparenthesized);
  const [first, second, third] = args;
  if (first === undefined) return undefined;
  if (module.resolve(first) === 'asyncio.run' && args.length === 2) return call.args[1];
  const inContext = first.type === 'attribute' && module.text(field(first, 'attribute') as Node) === 'run';
  if (
    inContext &&
    second !== undefined &&
    module.resolve(second) === 'asyncio.run' &&
    third !== undefined &&
    args.length === 3
  )
    return call.args[2];
  const body = first.type === 'lambda' && args.length === 1 ? field(first, 'body') : undefined;
  if (body?.type !== 'call' || field(first, 'parameters') !== undefined) return undefined;
  const inner = module.call(body);
  const runs =
    module.resolve(inner.function) === 'asyncio.run' &&
    inner.args.length === 1 &&
    inner.keywords.size === 0 &&
    !inner.unpacks;
  return runs ? inner.args[0] : undefined;
}

/** `asyncio.run` where it is handed on, not called: `pool.submit(asyncio.run, X)`. */
export function* findHandedOn(within: Node, module: Module): Iterable<Node> {
  for (const node of [...module.find('attribute', within), ...module.find('identifier', within)]) {
    if (node.field !== 'function' && node.parent?.type !== 'attribute' && module.resolve(node) === 'asyncio.run')
      yield node;
  }
}

/** `Thread(target=asyncio.run, args=(X,))`. */
function threadOf(node: Node, module: Module): Drive | undefined {
  const call = module.call(node);
  const target = call.keywords.get('target') ?? call.args[1];
  if (target === undefined || module.resolve(target) !== 'asyncio.run') return undefined;
  const passed = call.keywords.get('args');
  const [coroutine, more] = passed?.children.filter((child) => child.type !== 'comment') ?? [];
  return { kind: 'thread', node, coroutine: more === undefined ? coroutine : undefined };
}

/** Inside a lambda or a function that `within` only defines: it runs where that is called. */
function isDeferred(node: Node, within: Node): boolean {
  for (const up of ancestors(node)) {
    if (up === within) return false;
    if (up.type === 'lambda' || up.type === 'function_definition') return true;
  }
  return false;
}

/** The text of a piece of code with white space and comments evened out, strings as they are: equal for what reads equal. */
export function normalizedText(node: Range, module: Module, holes: readonly Range[] = []): string {
  const within = (range: Range) => contains(node, range);
  const strings = [...module.find('string')].filter(within);
  const comments: readonly Range[] = [...module.find('comment')].filter(within);
  const pieces = [...strings, ...comments, ...holes.filter(within)].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: string[] = [];
  let text = '';
  let at = node.start;
  for (const piece of pieces) {
    if (piece.start < at) continue;
    text += module.text({ start: at, end: piece.start });
    if (!comments.includes(piece)) {
      text += PLACE;
      kept.push(holes.includes(piece) ? '\u25a1' : module.text(piece));
    }
    at = piece.end;
  }
  text += module.text({ start: at, end: node.end });
  return squeezed(text).replaceAll(PLACE, () => kept.shift() ?? '');
}

/** Stands for a string while the text around it is evened out; no source holds it. */
const PLACE = '\ue000';

function squeezed(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ?([()[\]{},=.:+]) ?/g, '$1')
    .replace(/,\)/g, ')');
}
