import { defineConversion } from '../src/index.js';
import { target } from './target.js';

/**
 *     pool.submit(asyncio.run, main()).result()   →  await main()
 */
export const threadBridgeToAwait = defineConversion({
  name: 'thread-bridge-to-await',
  summary: '`pool.submit(asyncio.run, main()).result()` to `await main()`, where a loop is running',
  options: { target },
  convert: ({ target }) => ({ to: target, from: ['bridge'] }),
});
