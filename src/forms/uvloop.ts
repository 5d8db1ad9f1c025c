import { diagnostic } from '../diagnostics.js';
import type { Form } from './form.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * `uvloop.run(coro)` (uvloop 0.18): `asyncio.run` on a loop of its own making (semantics.md §9.17). Inside a running loop it
 * raises as `asyncio.run` does (§1.104).
 *
 *     uvloop.run(main())              →  RunSite { coroutine: main() }
 *     uvloop.run(main(), debug=True)  →  RunSite { …, options: { debug } }
 */
export const uvloop: Form = {
  name: 'uvloop',
  summary: '`uvloop.run(coro)`',
  since: '3.8',
  *recognize(module) {
    for (const call of module.calls('uvloop.run')) {
      const coroutine = call.args[0] ?? call.keywords.get('main');
      const options = new Map([...call.keywords].filter(([name]) => name !== 'main'));
      const isOdd = call.unpacks || call.args.length > 1 || coroutine === undefined;
      const obstacle = isOdd
        ? diagnostic(call.node, 'LS208')
        : isFunctionName(coroutine, module)
          ? diagnostic(call.node, 'LS209', module.text(coroutine))
          : undefined;
      yield makeSite('uvloop', call.node, coroutine, module, { options, ...(obstacle !== undefined && { obstacle }) });
    }
  },
};
