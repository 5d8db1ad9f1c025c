import { defineConversion } from '../src/index.js';

/**
 *     agent.run_sync(question)   →  await agent.run(question)
 *
 * What a library does inside is its own business, so this is likely right, not proved: it needs `--unsafe`. Pairs of your
 * own are added to the table with `--twin package.Class.method:twin`, or `twins = [...]` in the configuration.
 */
export const syncTwinToAwait = defineConversion({
  name: 'sync-twin-to-await',
  summary: "a library's synchronous wrapper to `await` of its async twin, where a loop is running (unsafe)",
  convert: () => ({ to: 'notebook', from: ['twin'] }),
});
