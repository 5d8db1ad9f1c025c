import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { applyFunction } from './applied.js';
import type { Form } from './form.js';
import { makeSite } from './site.js';

/**
 * `anyio.run(function, *args)`: takes the function, not a coroutine, and makes a loop as `asyncio.run` does (semantics.md
 * §9.18, §1.103).
 *
 *     anyio.run(main, 1)                      →  RunSite { operand: main(1) }
 *     anyio.run(main, backend="asyncio")      →  RunSite { operand: main() }
 *     anyio.run(main, backend="trio")         →  refused: it needs trio's loop (LS801)
 *     anyio.run(main, backend_options={...})  →  refused (LS207)
 */
export const anyio: Form = {
  name: 'anyio',
  summary: '`anyio.run(function, *args)`',
  since: '3.6',
  *recognize(module) {
    for (const call of module.calls('anyio.run')) {
      const applied = applyFunction(call, 'anyio.run', module);
      const obstacle = findRefusedBackend(call, module) ?? applied.obstacle;
      yield makeSite('anyio', call.node, undefined, module, {
        ...applied,
        ...(obstacle !== undefined && { obstacle }),
      });
    }
  },
};

function findRefusedBackend(call: Call, module: Module): Diagnostic | undefined {
  const backend = call.keywords.get('backend');
  if (backend !== undefined && !/^["']asyncio["']$/.test(module.text(backend))) {
    return diagnostic(call.node, 'LS801', 'anyio.run', module.text(backend));
  }
  const options = call.keywords.get('backend_options');
  if (options === undefined || /^(?:None|\{\s*\})$/.test(module.text(options))) return undefined;
  return diagnostic(call.node, 'LS207', 'backend_options');
}
