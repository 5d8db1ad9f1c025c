import { defineConversion } from '../src/index.js';
import { target } from './target.js';

/**
 *     try: asyncio.get_running_loop() …   →  await main()
 */
export const guardToAwait = defineConversion({
  name: 'guard-to-await',
  summary: 'a `get_running_loop` guard to `await main()`, where a loop is running',
  options: { target },
  convert: ({ target }) => ({ to: target, from: ['guard'] }),
});
