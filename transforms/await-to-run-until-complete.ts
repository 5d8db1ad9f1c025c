import { defineConversion } from '../src/index.js';

/**
 *     await main()   →  loop.run_until_complete(main())
 */
export const awaitToRunUntilComplete = defineConversion({
  name: 'await-to-run-until-complete',
  summary: 'top-level `await` to `run_until_complete`, for Python 3.6',
  convert: () => ({ to: 'script', python: '3.6', from: ['await'] }),
});
