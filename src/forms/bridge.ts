import { planBridgeHelper } from './bridge-helper.js';
import type { Form } from './form.js';
import { writeCall } from './operand.js';
import { findRefusedOption } from './options.js';

/**
 * A coroutine driven to its end by synchronous code, on a thread of its own where a loop is running in this one: the one
 * shape that gives back a value in a script and in a notebook (semantics.md §5.20, rule 55).
 *
 *     asyncio.run(main())  →  run_sync(main()), with `def run_sync(coro)` behind the imports
 */
export const bridge: Form = {
  name: 'bridge',
  summary: 'a thread of its own where a loop is running: `pool.submit(asyncio.run, coro).result()`',
  since: '3.7',
  *recognize() {},
  write(site, { module, sites }) {
    const refused = findRefusedOption(site, module);
    if (refused !== undefined) return refused;
    const helper = planBridgeHelper(module, sites);
    return { edits: [...helper.edits, ...writeCall(site, module, helper.name)] };
  },
};
