import { defineConversion } from '../src/index.js';

/**
 *     asyncio.run(main())   →  await main()
 */
export const asyncioRunToAwait = defineConversion({
  name: 'asyncio-run-to-await',
  summary: '`asyncio.run(main())` to `await main()`, where a loop is running',
  convert: () => ({ to: 'notebook', from: ['run'] }),
});
