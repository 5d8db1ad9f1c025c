import { defineConversion, TARGET_NAMES, type TargetName } from '../src/index.js';

interface Options {
  readonly target: TargetName | 'auto';
}

/**
 *     nest_asyncio.apply()   →  (gone)
 */
export const removeNestAsyncio = defineConversion<Options>({
  name: 'remove-nest-asyncio',
  summary: '`nest_asyncio.apply()` away, where nothing needs it',
  options: {
    target: { summary: 'where it is to run', default: 'auto', choices: ['auto', ...TARGET_NAMES] },
  },
  convert: ({ target }) => ({ to: target, from: ['nest-asyncio'] }),
});
