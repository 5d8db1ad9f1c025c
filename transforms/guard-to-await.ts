import { defineConversion } from '../src/index.js';

/**
 *     try: asyncio.get_running_loop() …   →  await main()
 */
export const guardToAwait = defineConversion({
  name: 'guard-to-await',
  summary: 'a `get_running_loop` guard to `await main()`, where a loop is running',
  convert: () => ({ to: 'notebook', from: ['guard'] }),
});
