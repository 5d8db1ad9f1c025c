import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call, Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import { atLeast } from '../python/version.js';
import type { Form, RunSite } from './form.js';
import { findLeftover, getLoopReference, inspectLoop, isShutdown } from './loop.js';
import { writeCall } from './operand.js';
import { findRefusedOption } from './options.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * `loop.run_until_complete(coro)`: drives a coroutine, a task or a future on a loop that the file holds itself.
 *
 *     loop = asyncio.get_event_loop()               scaffolding
 *     result = loop.run_until_complete(main())      RunSite { coroutine: main(), loop: { binding: loop } }
 *     loop.close()                                  scaffolding
 */
export const runUntilComplete: Form = {
  name: 'run-until-complete',
  summary: '`loop.run_until_complete(coro)`',
  since: '3.6',
  *recognize(module) {
    for (const call of module.methodCalls('run_until_complete')) {
      if (!isShutdown(call.node, module)) yield toSite(call, module);
    }
  },
  write(site, { module, python }) {
    const refused = findRefusedOption(site, module);
    if (refused !== undefined) return refused;
    const asyncio = module.importing('asyncio', site.node);
    // From 3.14 a bare get_event_loop() raises where no loop is set (rule 41)
    const maker = atLeast(python, '3.14') ? 'new_event_loop' : 'get_event_loop';
    return { edits: [...asyncio.edits, ...writeCall(site, module, `${asyncio.name}.${maker}().run_until_complete`)] };
  },
};

function toSite(call: Call, module: Module): RunSite {
  const receiver = field(call.function, 'object') as Node;
  const coroutine = call.args[0] ?? call.keywords.get('future');
  const reference = getLoopReference(receiver, module);
  const loop = inspectLoop(reference, module);
  return makeSite('run-until-complete', call.node, coroutine, module, {
    loop: reference,
    scaffolding: loop.scaffolding,
    refusal: findRefusal(call, coroutine, module) ?? findLeftover(loop, module),
  });
}

function findRefusal(call: Call, coroutine: Node | undefined, module: Module): Diagnostic | undefined {
  if (call.unpacks || call.args.length > 1 || coroutine === undefined) return diagnostic(call.node, 'LS208');
  if (coroutine.type === 'lambda' || isFunctionName(coroutine, module))
    return diagnostic(call.node, 'LS209', module.text(coroutine));
  return undefined;
}
