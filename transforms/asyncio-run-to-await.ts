import { defineConversion } from '../src/index.js';
import { target } from './target.js';

/**
 *     asyncio.run(main())   →  await main()
 */
export const asyncioRunToAwait = defineConversion({
  name: 'asyncio-run-to-await',
  summary: '`asyncio.run(main())` to `await main()`, where a loop is running',
  options: { target },
  convert: ({ target }) => ({ to: target, from: ['run'] }),
});
