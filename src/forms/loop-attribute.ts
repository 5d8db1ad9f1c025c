import type { Module } from '../python/module.js';
import { ancestors, field, type Node, statementOf } from '../python/node.js';
import type { Binding, Definition } from '../python/scopes.js';

/**
 * A loop that an object of the file's own class holds, seen as a variable: its definitions are the assignments to the
 * attribute in the class, its references every other mention of an attribute of that name in the file.
 *
 *     class Client:
 *         def __init__(self):
 *             self.loop = asyncio.new_event_loop()            definition
 *         def fetch(self):
 *             self.loop.run_until_complete(self._fetch())     reference
 *
 *     client.loop.close()                                     reference
 *
 * @returns `undefined` where the object is not the `self` of a class of the file, or the class never sets the attribute.
 */
export function findAttributeBinding(attribute: Node, module: Module): Binding | undefined {
  const owner = findSelfClass(attribute, module);
  if (owner === undefined) return undefined;
  const name = module.text(field(attribute, 'attribute') as Node);
  const definitions: Definition[] = [];
  const references: Node[] = [];
  for (const node of module.find('attribute')) {
    if (module.text(field(node, 'attribute') as Node) !== name) continue;
    const { parent } = node;
    if (parent?.type !== 'assignment' || node.field !== 'left') {
      references.push(node);
      continue;
    }
    if (findSelfClass(node, module) !== owner) return undefined;
    const value = field(parent, 'right');
    definitions.push({ kind: 'assignment', node, statement: statementOf(node), ...(value !== undefined && { value }) });
  }
  if (definitions.length === 0) return undefined;
  return {
    name: module.text(attribute),
    scope: module.scopes.scopeAt(field(owner, 'body') as Node),
    definitions,
    references,
  };
}

/** The class whose method's first parameter the attribute hangs on: `self.loop`. */
function findSelfClass(attribute: Node, module: Module): Node | undefined {
  const object = field(attribute, 'object');
  if (object?.type !== 'identifier') return undefined;
  const binding = module.scopes.bindingOf(object);
  const [definition] = binding?.definitions ?? [];
  const method = binding?.scope.node;
  if (definition?.kind !== 'parameter' || method?.type !== 'function_definition') return undefined;
  const [first] = field(method, 'parameters')?.children ?? [];
  if (first === undefined || definition.node.start !== first.start) return undefined;
  return [...ancestors(method)].find((up) => up.type === 'class_definition' || up.type === 'function_definition');
}
