import { defineConversion } from '../src/index.js';

/**
 *     async def f():                            async def f():
 *         loop = asyncio.get_event_loop()   →       loop = asyncio.get_running_loop()
 *
 * In sync code the two do not give the same loop: there it is left alone.
 */
export const getEventLoopToGetRunningLoop = defineConversion({
  name: 'get-event-loop-to-get-running-loop',
  summary: '`asyncio.get_event_loop()` inside `async def` to `asyncio.get_running_loop()`',
  convert: () => ({ to: 'script', from: ['get-event-loop'] }),
});
