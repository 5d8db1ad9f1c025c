import { defineConversion } from '../src/index.js';

/**
 *     nest_asyncio.apply()   →  (gone)
 */
export const removeNestAsyncio = defineConversion({
  name: 'remove-nest-asyncio',
  summary: '`nest_asyncio.apply()` away, where nothing needs it',
  convert: () => ({ from: ['nest-asyncio'] }),
});
