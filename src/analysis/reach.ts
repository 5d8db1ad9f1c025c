import { findClass } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { descendants, field, type Node } from '../python/node.js';
import { findDefinitions, methodsOf } from './callees.js';

/**
 * Every def of this file that may run once `root` is evaluated: by name, by method, through classes, and whatever those
 * reach in turn. A def that is only mentioned counts too, since it may be called by whoever gets it.
 */
export function reachableFrom(root: Node, module: Module): ReadonlySet<Node> {
  const reached = new Set<Node>();
  const pending: Node[] = [root];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const definition of mentionedIn(next, module)) {
      if (reached.has(definition)) continue;
      reached.add(definition);
      pending.push(definition);
    }
  }
  return reached;
}

const mentioned = new WeakMap<Node, ReadonlySet<Node>>();

/** Many sites reach the same functions, which are gone through once. */
function mentionedIn(root: Node, module: Module): ReadonlySet<Node> {
  const cached = mentioned.get(root);
  if (cached !== undefined) return cached;
  const found = new Set<Node>();
  for (const node of descendants(root)) for (const definition of mentionedBy(node, module)) found.add(definition);
  mentioned.set(root, found);
  return found;
}

function mentionedBy(node: Node, module: Module): readonly Node[] {
  if (node.type === 'attribute') return (findDefinitions(node, module) ?? methodsNamed(node, module)).slice();
  if (node.type !== 'identifier') return [];
  const owner = findClass(node, module);
  if (owner !== undefined) return methodsOf(owner);
  return (module.scopes.bindingOf(node)?.definitions ?? []).flatMap((definition) =>
    definition.kind === 'def' && definition.node.parent !== undefined ? [definition.node.parent] : [],
  );
}

/** `x.run`, with nothing known of `x`: every method of that name in the file. */
export function methodsNamed(attribute: Node, module: Module): readonly Node[] {
  const name = field(attribute, 'attribute');
  if (name === undefined) return [];
  return methodsByName(module).get(module.text(name)) ?? [];
}

const indexed = new WeakMap<Module, ReadonlyMap<string, readonly Node[]>>();

/** Asked for every attribute that is reached: the classes are gone through once. */
function methodsByName(module: Module): ReadonlyMap<string, readonly Node[]> {
  const cached = indexed.get(module);
  if (cached !== undefined) return cached;
  const byName = new Map<string, Node[]>();
  for (const owner of module.find('class_definition')) {
    for (const method of methodsOf(owner)) {
      const name = module.text(field(method, 'name') as Node);
      const others = byName.get(name);
      if (others === undefined) byName.set(name, [method]);
      else others.push(method);
    }
  }
  indexed.set(module, byName);
  return byName;
}
