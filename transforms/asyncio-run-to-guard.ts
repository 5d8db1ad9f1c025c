import { defineConversion } from '../src/index.js';

/**
 *     asyncio.run(main())   →  try: loop = asyncio.get_running_loop() …
 */
export const asyncioRunToGuard = defineConversion({
  name: 'asyncio-run-to-guard',
  summary: '`asyncio.run(main())` to what works with and without a running loop',
  convert: () => ({ to: 'portable', from: ['run'] }),
});
