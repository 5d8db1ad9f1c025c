import { defineConversion } from '../src/index.js';

/**
 *     loop.run_until_complete(main())   →  asyncio.run(main())
 */
export const runUntilCompleteToAsyncioRun = defineConversion({
  name: 'run-until-complete-to-asyncio-run',
  summary: '`loop.run_until_complete(main())` to `asyncio.run(main())`, with the loop that was made for it',
  convert: () => ({ to: 'script', from: ['run-until-complete'] }),
});
