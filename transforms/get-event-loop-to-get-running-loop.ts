import { defineConversion } from '../src/index.js';

/**
 *     loop = asyncio.get_event_loop()   →  loop = asyncio.get_running_loop()
 */
export const getEventLoopToGetRunningLoop = defineConversion({
  name: 'get-event-loop-to-get-running-loop',
  summary: '`asyncio.get_event_loop()` inside `async def` to `asyncio.get_running_loop()`',
  convert: () => ({ from: ['get-event-loop'] }),
});
