import { diagnostic } from '../diagnostics.js';
import { field, type Node } from '../python/node.js';
import { applyFunction } from './applied.js';
import type { Form } from './form.js';
import { findMaker } from './made-by.js';
import { makeSite } from './site.js';

const LOOPS = /^tornado\.ioloop\.IOLoop(?:\.current|\.instance)?$/;

/**
 * `IOLoop.current().run_sync(function)`: since Tornado 5 the loop is asyncio's own, so what it runs can be awaited there.
 *
 *     IOLoop.current().run_sync(main)              →  RunSite { operand: main() }
 *     loop.run_sync(lambda: main(1))               →  RunSite { operand: main(1) }
 *     IOLoop.current().run_sync(main, timeout=5)   →  refused: `timeout=` (LS207)
 */
export const tornado: Form = {
  name: 'tornado',
  summary: '`IOLoop.current().run_sync(function)`',
  since: '3.6',
  *recognize(module) {
    for (const call of module.methodCalls('run_sync')) {
      if (!LOOPS.test(findMaker(field(call.function, 'object') as Node, module) ?? '')) continue;
      const timeout = call.keywords.has('timeout') || call.args.length > 1;
      const applied = applyFunction(call, 'run_sync', module);
      const obstacle = timeout ? diagnostic(call.node, 'LS207', 'timeout') : applied.obstacle;
      yield makeSite('tornado', call.node, undefined, module, {
        ...applied,
        ...(obstacle !== undefined && { obstacle }),
      });
    }
  },
};
