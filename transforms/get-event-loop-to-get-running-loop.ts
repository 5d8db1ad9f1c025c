import { atLeast, defineTransform, replace, rewrite } from '../src/index.js';

/**
 *     async def f():                            async def f():
 *         loop = asyncio.get_event_loop()   →       loop = asyncio.get_running_loop()
 *
 * Inside a coroutine the two give the same loop (semantics.md §9). In sync code they do not: there it is left alone.
 */
export const getEventLoopToGetRunningLoop = defineTransform({
  name: 'get-event-loop-to-get-running-loop',
  summary: '`asyncio.get_event_loop()` inside `async def` to `asyncio.get_running_loop()`',
  *apply(module, _options, { python }) {
    if (!atLeast(python, '3.7')) return;
    for (const call of module.calls('asyncio.get_event_loop')) {
      const { kind, owner } = module.standing(call.node);
      if (kind !== 'async-function' || owner.start === call.node.start) continue;
      const { name, edits } = module.importing('asyncio.get_running_loop', call.node);
      yield rewrite(call.node, 'ask for the running loop', [...edits, replace(call.function, name)], {
        frees: ['asyncio.get_event_loop'],
      });
    }
  },
});
