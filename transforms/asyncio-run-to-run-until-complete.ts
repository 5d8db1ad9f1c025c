import { defineConversion } from '../src/index.js';

/**
 *     asyncio.run(main())   →  loop.run_until_complete(main())
 */
export const asyncioRunToRunUntilComplete = defineConversion({
  name: 'asyncio-run-to-run-until-complete',
  summary: '`asyncio.run(main())` to `run_until_complete`, for Python 3.6',
  convert: () => ({ to: 'script', python: '3.6', from: ['run'] }),
});
