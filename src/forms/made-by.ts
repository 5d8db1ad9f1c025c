import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';

/**
 * The qualified name of the function or class that an object was made with, where every assignment shows the same one.
 *
 *     Agent('gpt')                       →  pydantic_ai.Agent
 *     agent = Agent('gpt')  …  agent     →  pydantic_ai.Agent
 *     self.agent  …  self.agent          →  pydantic_ai.Agent   by every `self.agent = …` of the class
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
    case 'attribute': {
      const makers = new Set(valuesOf(node, module).map((value) => findMaker(value, module, depth + 1)));
      const [maker] = makers;
      return makers.size === 1 ? maker : undefined;
    }
    default:
      return undefined;
  }
}

/** What `self.agent` is assigned in its class. */
function valuesOf(attribute: Node, module: Module): readonly Node[] {
  const spelled = module.text(attribute);
  const owner = [...ancestors(attribute)].find(({ type }) => type === 'class_definition');
  if (owner === undefined || !/^self\.\w+$/.test(spelled)) return [];
  return [...module.find('assignment', owner)].flatMap((assignment) => {
    const [left, right] = [field(assignment, 'left'), field(assignment, 'right')];
    return left !== undefined && right !== undefined && module.text(left) === spelled ? [right] : [];
  });
}
