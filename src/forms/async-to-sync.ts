import { diagnostic } from '../diagnostics.js';
import { field, type Node } from '../python/node.js';
import type { Form } from './form.js';
import { makeSite } from './site.js';

/**
 * `async_to_sync(function)(*args)` of asgiref, called on the spot. It raises where a loop is running in the same thread.
 *
 *     async_to_sync(fetch)(1)   →  RunSite { operand: fetch(1) }
 *     fetch_sync = async_to_sync(fetch)   no site: where it is called cannot be seen
 */
export const asyncToSync: Form = {
  name: 'async-to-sync',
  summary: '`async_to_sync(function)(*args)`',
  since: '3.6',
  *recognize(module) {
    for (const wrapping of module.calls('asgiref.sync.async_to_sync')) {
      const node = wrapping.node.parent;
      const [fn] = wrapping.args;
      if (node?.type !== 'call' || wrapping.node.field !== 'function' || fn === undefined) continue;
      const operand = [
        { start: node.start, end: fn.start, text: '' },
        { start: fn.end, end: (field(node, 'arguments') as Node).start, text: '' },
      ];
      const isOdd = wrapping.unpacks || wrapping.args.length > 1 || wrapping.keywords.size > 0;
      const hidesComment = operand.some((edit) => module.text(edit).includes('#'));
      const obstacle = isOdd
        ? diagnostic(node, 'LS208')
        : hidesComment || !/^(?:identifier|attribute)$/.test(fn.type)
          ? diagnostic(node, 'LS803')
          : undefined;
      yield makeSite('async-to-sync', node, undefined, module, {
        operand,
        ...(obstacle !== undefined && { obstacle }),
      });
    }
  },
};
