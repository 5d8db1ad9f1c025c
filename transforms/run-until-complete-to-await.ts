import { defineConversion } from '../src/index.js';
import { target } from './target.js';

/**
 *     loop.run_until_complete(main())   →  await main()
 */
export const runUntilCompleteToAwait = defineConversion({
  name: 'run-until-complete-to-await',
  summary: '`loop.run_until_complete(main())` to `await main()`, where a loop is running',
  options: { target },
  convert: ({ target }) => ({ to: target, from: ['run-until-complete'] }),
});
