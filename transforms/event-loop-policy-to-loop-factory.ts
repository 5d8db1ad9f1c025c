import { defineConversion } from '../src/index.js';

/**
 *     asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())   →  asyncio.run(main(), loop_factory=uvloop.new_event_loop)
 */
export const eventLoopPolicyToLoopFactory = defineConversion({
  name: 'event-loop-policy-to-loop-factory',
  summary: 'a loop policy that is set for one run to `loop_factory=`, from Python 3.12',
  convert: () => ({ from: ['event-loop-policy'] }),
});
