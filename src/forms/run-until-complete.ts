import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call } from '../python/call.js';
import { getMethods } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import { receiverOf } from '../python/receivers.js';
import type { Form, LoopReference, RunSite } from './form.js';
import { findLoopOptions, getLoopReference } from './loop.js';
import { isShutdown } from './loop-uses.js';
import { writeOldRuns } from './old-run.js';
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
      if (!isShutdown(call.node, module) && isLoop(call, module)) yield toSite(call, module);
    }
    for (const { node } of module.calls('asyncio.run_until_complete')) {
      yield makeSite('run-until-complete', node, undefined, module, {
        refusal: diagnostic(node, 'LS319', module.text(node)),
      });
    }
    yield* passedOn(module);
  },
  write(site, { module, python }) {
    const refused = findRefusedOption(site, module);
    if (refused !== undefined) return refused;
    return writeOldRuns([site], module, python);
  },
};

function toSite(call: Call, module: Module): RunSite {
  const receiver = field(call.function, 'object') as Node;
  const coroutine = call.args[0] ?? call.keywords.get('future');
  const loop = getLoopReference(receiver, module);
  return makeSite('run-until-complete', call.node, coroutine, module, {
    loop,
    scaffolding: loop.leftovers.length === 0 ? loop.scaffolding : withoutMakers(loop),
    around: loop.around,
    options: findLoopOptions(loop, module),
    refusal: findRefusal(call, coroutine, module),
  });
}

/** Where something else needs the loop, the statements that make it stay, until a target says what they become. */
function withoutMakers(loop: LoopReference): readonly Node[] {
  return loop.scaffolding.filter(
    (statement) => !loop.makers.some((maker) => statement.start <= maker.start && maker.end <= statement.end),
  );
}

function findRefusal(call: Call, coroutine: Node | undefined, module: Module): Diagnostic | undefined {
  if (call.unpacks || call.args.length > 1 || coroutine === undefined) return diagnostic(call.node, 'LS208');
  if (coroutine.type === 'lambda' || isFunctionName(coroutine, module))
    return diagnostic(call.node, 'LS209', module.text(coroutine));
  return undefined;
}

/**
 * Not everything with a method of that name is a loop: `_utils.run_until_complete(c)` is a function of a module, and a class
 * of the file may have a method of its own.
 */
function isLoop(call: Call, module: Module): boolean {
  const receiver = unparenthesized(field(call.function, 'object') as Node);
  const meant = receiverOf(receiver, module);
  if (meant.kind === 'instance' || meant.kind === 'class')
    return getMethods(meant.definition, 'run_until_complete', module).length === 0;
  if (receiver.type !== 'identifier') return true;
  const binding = module.scopes.bindingOf(receiver);
  const imported = binding?.definitions.some((definition) => definition.kind === 'import') ?? false;
  return !imported || /loop/i.test(module.text(receiver));
}

/** `run = loop.run_until_complete`: what is run later cannot be seen. */
function* passedOn(module: Module): Iterable<RunSite> {
  for (const node of module.find('attribute')) {
    const name = field(node, 'attribute');
    if (name === undefined || module.text(name) !== 'run_until_complete') continue;
    if (node.parent?.type === 'call' && node.field === 'function') continue;
    const loop = getLoopReference(field(node, 'object') as Node, module);
    if (loop.kind === 'foreign') continue;
    yield makeSite('run-until-complete', node, undefined, module, {
      loop,
      refusal: diagnostic(node, 'LS212', module.text(node)),
    });
  }
}
