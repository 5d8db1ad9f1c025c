import { defineConversion } from '../src/index.js';

/**
 *     pool.submit(asyncio.run, main()).result()   →  await main()
 */
export const threadBridgeToAwait = defineConversion({
  name: 'thread-bridge-to-await',
  summary: '`pool.submit(asyncio.run, main()).result()` to `await main()`, where a loop is running',
  convert: () => ({ to: 'notebook', from: ['bridge'] }),
});
