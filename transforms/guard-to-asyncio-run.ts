import { defineConversion } from '../src/index.js';

/**
 *     try: asyncio.get_running_loop() …   →  asyncio.run(main())
 */
export const guardToAsyncioRun = defineConversion({
  name: 'guard-to-asyncio-run',
  summary: 'a `get_running_loop` guard to `asyncio.run(main())`, where none is',
  convert: () => ({ to: 'script', from: ['guard'] }),
});
