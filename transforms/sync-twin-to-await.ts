import { defineConversion } from '../src/index.js';

/**
 *     agent.run_sync(question)   →  await agent.run(question)
 *
 * What a library does inside is its own business, so this is likely right, not proved: it needs `--unsafe`. Pairs of your
 * own, as `package.Class.method:twin`, are added to those loopshift knows.
 */
export const syncTwinToAwait = defineConversion({
  name: 'sync-twin-to-await',
  summary: "a library's synchronous wrapper to `await` of its async twin, where a loop is running (unsafe)",
  options: {
    twins: { summary: 'more pairs, as `package.Class.method:twin`', default: [] as readonly string[] },
  },
  convert: ({ twins }) => ({ to: 'notebook', from: ['twin'], twins }),
});
