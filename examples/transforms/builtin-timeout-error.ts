import { atLeast, defineTransform, diagnose, replace, rewrite } from 'loopshift';

/**
 *     except asyncio.TimeoutError:   →   except TimeoutError:
 *
 * From Python 3.11 the two are one class; before, they have nothing to do with each other.
 */
export default defineTransform({
  name: 'builtin-timeout-error',
  summary: '`asyncio.TimeoutError` to `TimeoutError`, from Python 3.11',
  *apply(module, _options, { python }) {
    if (!atLeast(python, '3.11')) return;
    for (const node of module.uses('asyncio.TimeoutError')) {
      if (module.scopes.lookup('TimeoutError', node) !== undefined) {
        yield diagnose(node, {
          code: 'TE001',
          message: 'this file has a `TimeoutError` of its own',
          hint: 'rename it, or leave this as it is',
        });
        continue;
      }
      yield rewrite(node, 'use the builtin', [replace(node, 'TimeoutError')], { frees: ['asyncio.TimeoutError'] });
    }
  },
});
