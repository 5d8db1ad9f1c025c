import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { contains, type Edit, indentation, lineBreak, lineStart } from '../text.js';
import type { Draft, LoopReference } from './form.js';
import { findRunnerMaker } from './loop.js';

/**
 * Where a loop is running already, what else needs the variable gets that loop (rule 25).
 *
 *     loop = asyncio.new_event_loop()         →  loop = asyncio.get_running_loop()
 *     task = loop.create_task(main())            task = loop.create_task(main())
 *     loop.run_until_complete(task)              await task
 *
 * @returns `undefined` where nothing else needs it.
 */
export function keepRunningLoop(loop: LoopReference, module: Module): Draft | undefined {
  if (loop.leftovers.length === 0 || loop.binding === undefined) return undefined;
  const [first] = loop.makers;
  if (first === undefined || loop.origin === 'running' || loop.origin === 'runner') return undefined;
  const asyncio = module.importing('asyncio', first);
  if (findRunnerMaker(loop.binding, module) !== undefined)
    return { edits: [...asyncio.edits, ...askDirectly(loop, asyncio.name)] };
  const homes = loop.scaffolding.filter((statement) => loop.makers.some((maker) => contains(statement, maker)));
  const [home, ...others] = homes;
  const text = `${loop.binding.name} = ${asyncio.name}.get_running_loop()`;
  const edits: Edit[] = [];
  if (home === undefined) edits.push(insertAtWrapper(loop, text, module));
  else edits.push({ start: home.start, end: home.end, text, once: true });
  return { edits: [...asyncio.edits, ...edits], removes: others };
}

/** `runner.get_loop().create_task(bg())` → `asyncio.get_running_loop().create_task(bg())` */
export function askDirectly(loop: LoopReference, asyncio: string): readonly Edit[] {
  const calls = loop.leftovers.map((read) => read.parent?.parent as Node);
  return calls.map((call) => ({ start: call.start, end: call.end, text: `${asyncio}.get_running_loop()`, once: true }));
}

/** `runner.get_loop()`: what else a Runner is used for cannot be said without it. */
export function isLoopQuestion(read: Node, module: Module): boolean {
  const call = read.parent?.parent;
  return call?.type === 'call' && /\.get_loop\(\s*\)$/.test(module.text(call)) && read.parent?.field === 'function';
}

/** `with contextlib.closing(asyncio.new_event_loop()) as loop:` is unwrapped: the variable is made where it stood. */
function insertAtWrapper(loop: LoopReference, text: string, module: Module): Edit {
  const { code } = module.document;
  const statement = loop.wrapper?.statement ?? (loop.makers[0] as Node);
  const start = lineStart(code, statement.start);
  return { start, end: start, text: indentation(code, start) + text + lineBreak(code), once: true };
}
