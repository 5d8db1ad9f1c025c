import { defineTransform, replace, rewrite } from 'loopshift';

/**
 *     async def f():                 async def f():
 *         time.sleep(1)      →           await asyncio.sleep(1)
 *
 * `time.sleep` in a coroutine stops every other task of the loop. In a plain function it is right, and stays.
 */
export default defineTransform({
  name: 'no-blocking-sleep',
  summary: '`time.sleep` in a coroutine to `await asyncio.sleep`',
  *apply(module) {
    for (const call of module.calls('time.sleep')) {
      const { kind, comprehensions } = module.standing(call.node);
      if (kind !== 'async-function' || comprehensions.length > 0) continue;
      const { name, edits } = module.importing('asyncio.sleep', call.node);
      yield rewrite(call.node, 'do not block the loop', [...edits, replace(call.function, `await ${name}`)], {
        frees: ['time.sleep'],
      });
    }
  },
});
