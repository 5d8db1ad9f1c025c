import { removeArgument } from '../edits.js';
import type { Module } from '../python/module.js';
import { field, type Node } from '../python/node.js';
import type { Edit } from '../text.js';
import { TOOK_LOOP } from './took-loop.js';

const QUALIFIED = new Set(TOOK_LOOP.map((name) => `asyncio.${name}`));

/** `asyncio.sleep(1, loop=loop)` → `asyncio.sleep(1)`: a TypeError from 3.10 on, and the same without it before. */
export function withoutLoopArguments(
  module: Module,
): readonly { readonly at: Node; readonly edits: readonly Edit[] }[] {
  const found = [];
  for (const argument of module.find('keyword_argument')) {
    const name = field(argument, 'name');
    const callee = field(argument.parent?.parent, 'function');
    if (name === undefined || callee === undefined || module.text(name) !== 'loop') continue;
    if (QUALIFIED.has(module.resolve(callee) ?? ''))
      found.push({ at: argument, edits: removeArgument(module, argument) });
  }
  return found;
}
