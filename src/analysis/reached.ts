import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';

/** Every def of this file that an expression mentions, by name or as a method, and what those mention in turn. */
export function reachableFrom(root: Node, module: Module): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const pending: Node[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const node of descendants(next)) {
      for (const definition of mentionedBy(node, module)) {
        if (reached.has(definition)) continue;
        reached.add(definition);
        pending.push(definition);
      }
    }
  }
  return reached;
}

function mentionedBy(node: Node, module: Module): readonly Node[] {
  if (node.type === 'identifier') {
    const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
    return definitions.filter(({ kind }) => kind === 'def' || kind === 'class').map(({ statement }) => statement);
  }
  const name = node.type === 'attribute' ? field(node, 'attribute') : undefined;
  if (name === undefined) return [];
  const spelled = module.text(name);
  return [...module.find('function_definition')].filter((each) => {
    const own = field(each, 'name');
    return own !== undefined && module.text(own) === spelled && each.parent?.parent?.type === 'class_definition';
  });
}
