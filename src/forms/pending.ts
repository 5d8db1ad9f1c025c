import type { Module } from '../python/module.js';
import { ancestors, field, type Node, statementOf } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import { enclosingFunction } from '../python/standing.js';
import { contains, type Edit } from '../text.js';
import type { RunSite } from './form.js';
import { classifyOperand } from './future.js';
import { isLoopQuestion } from './kept-loop.js';

/** What a coroutine is wrapped into so that it starts when its turn comes. */
export interface Turn {
  /** `asyncio.create_task`; what may be a future takes `asyncio.ensure_future`. */
  readonly callee: string;
  readonly edits: readonly Edit[];
}

/**
 * A run puts its coroutine behind what waits on the loop already; an await begins with it at once.
 *
 *     loop.create_task(tick())                 loop.create_task(tick())
 *     loop.run_until_complete(main())          await asyncio.create_task(main())      tick() still makes the first step
 *
 * @returns `undefined` where nothing waits in front of the site, or the site waits for a future, which starts by itself.
 */
export function findTurn(site: RunSite, module: Module): Turn | undefined {
  const { loop, coroutine } = site;
  const isOnLoop = site.form === 'run-until-complete' || site.form === 'runner';
  if (!isOnLoop || loop === undefined || coroutine === undefined) return undefined;
  const operand = classifyOperand(coroutine, module);
  if (operand === 'future' || operand === 'held-future' || beginsWaiting(coroutine, module)) return undefined;
  const reads = loop.leftovers.flatMap((read) => readsOfLoop(read, module));
  if (!reads.some((read) => schedules(read, site, module))) return undefined;
  const name = operand === 'coroutine' ? 'create_task' : 'ensure_future';
  const asyncio = module.importing('asyncio', site.node);
  return { callee: `${asyncio.name}.${name}`, edits: asyncio.edits };
}

/** `runner.get_loop()` is a loop, and what it is bound to is read again: `loop = runner.get_loop()`. */
function readsOfLoop(read: Node, module: Module): readonly Node[] {
  const call = read.parent?.parent;
  if (call?.type !== 'call' || !isLoopQuestion(read, module)) return [read];
  const left = call.parent?.type === 'assignment' ? field(call.parent, 'left') : undefined;
  const binding = left?.type === 'identifier' ? module.scopes.bindingOf(left) : undefined;
  return binding === undefined ? [call] : binding.references;
}

/** `loop.call_soon(f)`, `loop.create_task(c())`, `asyncio.ensure_future(c(), loop=loop)`, surely in front of the site. */
function schedules(read: Node, site: RunSite, module: Module): boolean {
  const block = statementOf(read).parent;
  if (read.end > site.node.start || block === undefined || !contains(block, site.node)) return false;
  const call = [...ancestors(read)].find((up) => up.type === 'call');
  if (call === undefined || enclosingFunction(call) !== enclosingFunction(site.node)) return false;
  const { function: callee, args } = module.call(call);
  if (args[0] !== undefined && beginsWaiting(args[0], module)) return false;
  if (read.parent !== callee) return /^asyncio\.(?:ensure_future|gather)$/.test(module.resolve(callee) ?? '');
  return /^(?:call_soon|call_soon_threadsafe|create_task)$/.test(module.text(field(callee, 'attribute') as Node));
}

/**
 * `asyncio.sleep(1)`, or a coroutine of this file that begins with it: whoever is first, the others have had their turn when it
 * is over.
 */
function beginsWaiting(coroutine: Node, module: Module): boolean {
  if (coroutine.type !== 'call') return false;
  if (module.resolve(field(coroutine, 'function') as Node) === 'asyncio.sleep') {
    const [time] = module.call(coroutine).args;
    return time !== undefined && !/^[0.]*$/.test(module.text(time));
  }
  let first = findBody(findCalled(coroutine, module));
  // while True: await asyncio.sleep(1)
  if (first?.type === 'while_statement' && module.text(field(first, 'condition') as Node) === 'True')
    first = findBody(first);
  const awaited =
    first?.type === 'expression_statement' && first.children[0]?.type === 'await' ? first.children[0] : undefined;
  const [inner] = awaited?.children ?? [];
  return inner?.type === 'call' && beginsWaiting(inner, module);
}

/** The first statement of a body, behind its docstring. */
function findBody(definition: Node | undefined): Node | undefined {
  return field(definition, 'body')?.children.find(
    (each) => each.type !== 'comment' && !(each.type === 'expression_statement' && each.children[0]?.type === 'string'),
  );
}
