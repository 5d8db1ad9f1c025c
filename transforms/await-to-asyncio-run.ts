import { defineConversion } from '../src/index.js';

/**
 *     await main()   →  asyncio.run(main())
 */
export const awaitToAsyncioRun = defineConversion({
  name: 'await-to-asyncio-run',
  summary: 'top-level `await` to `asyncio.run`, or to one `async def main()`',
  convert: () => ({ to: 'script', from: ['await'] }),
});
