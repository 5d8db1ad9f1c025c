import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Call } from '../python/call.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import type { Form, LoopReference, RunSite } from './form.js';
import { findHolder, findRunnerMaker, findRunnerMakers, keyOf, narrowToBlock } from './loop.js';
import { inspectUses } from './loop-uses.js';
import { isFunctionName, makeSite } from './site.js';

/**
 * `asyncio.Runner`: one loop for several runs (3.11).
 *
 *     with asyncio.Runner() as runner:       wrapper of its sites
 *         runner.run(one())                  RunSite { coroutine: one(), loop: { binding: runner } }
 *         runner.run(two())                  RunSite { … }
 *
 *     runner = asyncio.Runner()              scaffolding
 *     runner.close()                         scaffolding
 *
 * One name for several of them, other than in one `with` after the other: which one a site runs on is not asked, and it stays.
 */
export const runner: Form = {
  name: 'runner',
  summary: '`asyncio.Runner`: one loop for several runs',
  since: '3.11',
  *recognize(module) {
    for (const call of module.methodCalls('run')) {
      const receiver = field(call.function, 'object') as Node;
      const whole = findHolder(receiver, module);
      if (whole === undefined) continue;
      const binding = receiver.type === 'attribute' ? whole : narrowToBlock(whole, receiver, module);
      const [maker] = findRunnerMakers(binding, module).filter((each) => each !== undefined);
      if (maker === undefined) continue;
      const site = toSite(call, binding, module.call(maker), module);
      if (findRunnerMaker(binding, module) !== undefined) yield site;
      else yield { ...site, obstacle: diagnostic(call.node, 'LS210', module.text(receiver)) };
    }
  },
};

function toSite(call: Call, binding: Binding, maker: Call, module: Module): RunSite {
  const coroutine = call.args[0] ?? call.keywords.get('coro');
  const options = [...maker.keywords, ...[...call.keywords].filter(([name]) => name !== 'coro')];
  const uses = inspectUses(binding, module);
  const loop: LoopReference = {
    ...uses,
    // self.runner = asyncio.Runner()
    kind:
      maker.node.parent?.type === 'assignment' && field(maker.node.parent, 'left')?.type === 'attribute'
        ? 'foreign'
        : 'private',
    binding,
    key: keyOf(binding),
    origin: 'new',
    makers: [maker.node],
  };
  // async def inner(): runner.run(step())   what makes the Runner is for the runs outside of it
  const isInside = (node: Node) => module.standing(node).kind === 'async-function';
  const isGuest = isInside(call.node) && binding.references.some((read) => !isInside(read));
  return makeSite('runner', call.node, coroutine, module, {
    loop,
    options: new Map(options),
    ...(!isGuest && { scaffolding: loop.scaffolding, around: loop.around }),
    refusal: findRefusal(call, coroutine, module),
  });
}

function findRefusal(call: Call, coroutine: Node | undefined, module: Module): Diagnostic | undefined {
  if (call.unpacks || call.args.length > 1 || coroutine === undefined) return diagnostic(call.node, 'LS208');
  if (coroutine.type === 'lambda' || isFunctionName(coroutine, module))
    return diagnostic(call.node, 'LS209', module.text(coroutine));
  return undefined;
}
