import { isComprehension } from '../python/comprehensions.js';
import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { type Form, isDiagnostic, type RunSite } from './form.js';
import { writeAwait } from './operand.js';
import { findRefusedOption, withoutFactory } from './options.js';
import { makeSite } from './site.js';

/**
 * `await coro`, `async with`, `async for` and async comprehensions that stand where no `async def` holds them: at the top
 * level of a cell or file, or stray in a sync `def` (a SyntaxError everywhere).
 *
 *     result = await main(urls)          →  RunSite { coroutine: main(urls) }
 *     async with session.get(url) as r:  →  RunSite { usage: 'async-with' }
 *     [x async for x in agen()]          →  RunSite { usage: 'async-comprehension' }
 */
export const await_: Form = {
  name: 'await',
  summary: 'top-level `await`, `async with`, `async for`, async comprehension',
  since: '3.8',
  *recognize(module) {
    for (const node of module.find('await')) {
      const coroutine = node.children.find((child) => child.type !== 'comment');
      if (coroutine !== undefined && isLoose(node, module)) yield makeSite('await', node, coroutine, module);
    }
    for (const node of module.find('with_statement')) {
      if (node.isAsync && isLoose(node, module))
        yield makeSite('await', node, undefined, module, { usage: 'async-with' });
    }
    for (const node of module.find('for_statement')) {
      if (node.isAsync && isLoose(node, module))
        yield makeSite('await', node, undefined, module, { usage: 'async-for' });
    }
    yield* comprehensions(module);
  },
  write(site, { module, python }) {
    // it awaits already: only what stands around it changes
    if (site.form === 'await') return { edits: [] };
    const refused = findRefusedOption(withoutFactory(site), module);
    if (refused !== undefined) return refused;
    const edits = writeAwait(site, module, python);
    return isDiagnostic(edits) ? edits : { edits };
  },
};

function* comprehensions(module: Module): Iterable<RunSite> {
  for (const clause of module.find('for_in_clause')) {
    const node = clause.parent;
    if (!clause.isAsync || node === undefined || !isComprehension(node)) continue;
    // (x async for x in y) is legal anywhere: it only builds an async generator (semantics.md §1.0)
    if (node.type === 'generator_expression' || !isLoose(node, module)) continue;
    yield makeSite('await', node, undefined, module, { usage: 'async-comprehension' });
  }
}

/**
 * No `async def` around it: what `await` inside one does is the coroutine's own business. An await in a generator
 * expression compiles anywhere and builds an async generator (§1.46), so it is no site either.
 */
function isLoose(node: Node, module: Module): boolean {
  const { kind } = module.standing(node);
  return kind !== 'async-function' && kind !== 'generator';
}
