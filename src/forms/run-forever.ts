import { diagnostic } from '../diagnostics.js';
import type { Module } from '../python/module.js';
import { field, type Node, statementOf } from '../python/node.js';
import type { Edit } from '../text.js';
import type { Form, RunSite } from './form.js';
import { findLoopOptions, getLoopReference } from './loop.js';
import { makeSite } from './site.js';

/**
 * `loop.run_forever()`: a server that runs until somebody stops it. It drives no coroutine of its own: what was started
 * before goes on.
 *
 *     start_server(loop)       async def main():
 *     loop.run_forever()           start_server(asyncio.get_running_loop())
 *                                  await asyncio.Event().wait()
 *
 * In a notebook the loop runs on by itself: the start is all there is to do.
 */
export const runForever: Form = {
  name: 'run-forever',
  summary: '`loop.run_forever()`',
  since: '3.6',
  *recognize(module) {
    for (const { node } of module.methodCalls('run_forever')) {
      const receiver = field(field(node, 'function'), 'object') as Node;
      const loop = getLoopReference(receiver, module);
      // worker.run_forever()   a method of that name of something else
      if (loop.kind === 'foreign' && !/loop/i.test(module.text(receiver))) continue;
      const isAlone = statementOf(node).children[0] === node;
      yield makeSite('run-forever', node, undefined, module, {
        loop,
        scaffolding: loop.scaffolding,
        around: loop.around,
        options: findLoopOptions(loop, module),
        refusal: isAlone ? undefined : diagnostic(node, 'LS312', 'its value is used'),
      });
    }
  },
};

/** What waits until the program is interrupted, as `run_forever` does. */
export function waitForever(site: RunSite, module: Module): readonly Edit[] {
  const asyncio = module.importing('asyncio', site.node);
  return [
    ...asyncio.edits,
    { start: site.node.start, end: site.node.end, text: `await ${asyncio.name}.Event().wait()` },
  ];
}

/** Where a loop runs by itself: nothing is left of it. Written as an await would be, of nothing. */
export const leftToTheLoop: Form = {
  name: 'await',
  summary: 'the loop runs on by itself',
  since: '3.6',
  recognize: () => [],
  write: (site) => ({ edits: [], removes: [findWhole(site.node)] }),
};

/** The statement, or the `try` around it where nothing else is tried. */
function findWhole(node: Node): Node {
  const statement = statementOf(node);
  const block = statement.parent;
  const owner = block?.parent;
  const isOnly = block?.children.every((child) => child === statement || child.type === 'comment') ?? false;
  return owner?.type === 'try_statement' && block?.field === 'body' && isOnly ? owner : statement;
}

/** What would run at once where `run_forever` is taken away, though it stands behind it. */
export function findBehind(site: RunSite, module: Module): Node | undefined {
  const whole = findWhole(site.node);
  const around = site.loop?.around.filter((edit) => edit.end > edit.start) ?? [];
  const gone = [...(site.loop?.scaffolding ?? []), ...around];
  const isGone = (node: Node) => gone.some((each) => each.start <= node.start && node.end <= each.end);
  const siblings = whole.parent?.children.filter((child) => child.type !== 'comment') ?? [];
  const behind = siblings.find((child) => child.start > whole.start && !isGone(child));
  if (behind !== undefined) return behind;
  const finals =
    whole.type === 'try_statement' ? whole.children.filter((child) => child.type === 'finally_clause') : [];
  const cleanup = finals.flatMap((clause) => clause.children.find((child) => child.type === 'block')?.children ?? []);
  return (
    cleanup.find((child) => child.type !== 'comment' && child.type !== 'pass_statement' && !isGone(child)) ??
    findOuter(whole, module)
  );
}

/**
 * The rest of the program, where the site stands in a block that is followed by more.
 *
 *     if server == 0:
 *         loop.run_forever()
 *     loop.run_until_complete(measure())
 */
function findOuter(whole: Node, module: Module): Node | undefined {
  const { kind } = module.standing(whole);
  if (kind !== 'main-guard' && kind !== 'module') return undefined;
  for (let at = whole; at.parent !== undefined; at = at.parent) {
    if (at.parent.type !== 'module' && at.parent.type !== 'block') continue;
    const behind = at.parent.children.find((child) => child.start >= at.end && /_statement$/.test(child.type));
    if (behind !== undefined && at !== whole) return behind;
  }
  return undefined;
}
