import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';

/**
 * The qualified name of the function or class that an object was made with, where every assignment shows the same one.
 *
 *     Agent('gpt')                       →  pydantic_ai.Agent
 *     agent = Agent('gpt')  …  agent     →  pydantic_ai.Agent
 *     Application.builder().token(t)     →  telegram.ext.Application.builder   a chain counts for its first call
 */
export function findMaker(object: Node, module: Module, depth = 0): string | undefined {
  const node = unparenthesized(object);
  if (depth > 10) return undefined;
  switch (node.type) {
    case 'call': {
      const callee = field(node, 'function') as Node;
      const named = module.resolve(callee);
      if (named !== undefined && !named.startsWith('builtins.')) return named;
      const owner = callee.type === 'attribute' ? field(callee, 'object') : undefined;
      return owner?.type === 'call' ? findMaker(owner, module, depth + 1) : undefined;
    }
    case 'identifier': {
      const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
      const makers = new Set(
        definitions.map(({ value }) => (value === undefined ? undefined : findMaker(value, module, depth + 1))),
      );
      const [maker] = makers;
      return makers.size === 1 ? maker : undefined;
    }
    default:
      return undefined;
  }
}
