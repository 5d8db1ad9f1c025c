import { defineTransform, freshName, insertAfter, insertAt, insertBefore, type Module, rewrite } from 'loopshift';

/**
 *     asyncio.create_task(work())   →   task = asyncio.create_task(work())
 *                                       background_tasks.add(task)
 *                                       task.add_done_callback(background_tasks.discard)
 *
 * The loop holds only a weak reference to a task: one that nobody else holds may vanish before it is done.
 */
export default defineTransform({
  name: 'keep-tasks',
  summary: 'hold on to the tasks that `create_task` makes and nobody keeps',
  options: {
    set: { summary: 'the name of the set that holds them', default: 'background_tasks' },
  },
  *apply(module, options) {
    const set = freshName(module, options.set);
    const task = freshName(module, 'task');
    const place = firstStatement(module);
    for (const { node } of module.calls('asyncio.create_task')) {
      const statement = node.parent;
      // x = asyncio.create_task(…)   somebody keeps it
      if (statement?.type !== 'expression_statement' || place === undefined) continue;
      yield rewrite(node, 'keep the task', [
        { ...insertBefore(module, place, [`${set} = set()`, '', '']), once: true },
        insertAt(node.start, `${task} = `),
        insertAfter(module, statement, [`${set}.add(${task})`, `${task}.add_done_callback(${set}.discard)`]),
      ]);
    }
  },
});

/** What stands behind the docstring and the imports. */
function firstStatement(module: Module) {
  const isPreamble = (type: string, first: boolean) =>
    /import|comment/.test(type) || (first && type === 'expression_statement');
  const [root] = module.roots;
  return root?.children.find((child, index) => !isPreamble(child.type, index === 0));
}
