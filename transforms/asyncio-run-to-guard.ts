import { defineConversion, GUARD_STYLES, type GuardStyle } from '../src/index.js';

interface Options {
  readonly guard: GuardStyle;
}

/**
 *     asyncio.run(main())   →  try: loop = asyncio.get_running_loop() …
 */
export const asyncioRunToGuard = defineConversion<Options>({
  name: 'asyncio-run-to-guard',
  summary: '`asyncio.run(main())` to what works with and without a running loop',
  options: {
    guard: { summary: 'a task, a thread, or whichever is right', default: 'auto', choices: GUARD_STYLES },
  },
  convert: ({ guard }) => ({ to: 'portable', from: ['run'], ...(guard !== 'auto' && { guard }) }),
});
