import { diagnostic } from '../diagnostics.js';
import { applyFunction } from './applied.js';
import type { Form } from './form.js';
import { makeSite } from './site.js';

/**
 * `trio.run(function, *args)`: another loop altogether. It works where an asyncio loop is running (semantics.md §1.103), and
 * its coroutines can be awaited under `%autoawait trio` only (§1.84, rule 45).
 *
 *     trio.run(main, 1)               →  RunSite { operand: main(1) }
 *     trio.run(main, clock=MyClock()) →  refused: options of its loop (LS207)
 */
export const trio: Form = {
  name: 'trio',
  summary: '`trio.run(function, *args)`',
  since: '3.6',
  *recognize(module) {
    for (const call of module.calls('trio.run')) {
      const applied = applyFunction(call, 'trio.run', module);
      const [option] = call.keywords.keys();
      const obstacle = option === undefined ? applied.obstacle : diagnostic(call.node, 'LS207', option);
      yield makeSite('trio', call.node, undefined, module, { ...applied, ...(obstacle !== undefined && { obstacle }) });
    }
  },
};
