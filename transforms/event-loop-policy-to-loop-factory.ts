import { defineConversion } from '../src/index.js';

/**
 *     asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())   →  (gone)
 *     asyncio.run(main())                                       →  asyncio.run(main(), loop_factory=uvloop.new_event_loop)
 *
 * From Python 3.12, where every loop that the file makes is known; unsafe where others may make loops too.
 */
export const eventLoopPolicyToLoopFactory = defineConversion({
  name: 'event-loop-policy-to-loop-factory',
  summary: 'a policy that is set for the runs of its file to `loop_factory=` (Python 3.12)',
  convert: () => ({ to: 'script', from: ['event-loop-policy'] }),
});
