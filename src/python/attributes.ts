import type { Module } from './module.js';
import { field, type Node } from './node.js';

const attributeIndexes = new WeakMap<Module, Map<string, Node[]>>();

/** Every attribute access of one name, `x.name`, in source order. */
export function attributesNamed(name: string, module: Module): readonly Node[] {
  let index = attributeIndexes.get(module);
  if (index === undefined) {
    index = new Map();
    for (const node of module.find('attribute')) {
      const key = module.text(field(node, 'attribute') as Node);
      const list = index.get(key);
      if (list === undefined) index.set(key, [node]);
      else list.push(node);
    }
    attributeIndexes.set(module, index);
  }
  return index.get(name) ?? [];
}

/** One `x.name = value`; without a value where it is bound in another way. */
export interface Store {
  readonly object: Node;
  readonly value: Node | undefined;
}

/** Every `x.name = value` of the file; one without a value where it is bound in another way (`for x.name in …`). */
export function storesOf(name: string, module: Module): readonly Store[] {
  const found: Store[] = [];
  for (const attribute of attributesNamed(name, module)) {
    const object = field(attribute, 'object') as Node;
    const { parent } = attribute;
    if (parent?.type === 'assignment' && attribute.field === 'left')
      found.push({ object, value: field(parent, 'right') });
    else if (isOtherTarget(attribute)) found.push({ object, value: undefined });
  }
  return found;
}

function isOtherTarget(attribute: Node): boolean {
  if (attribute.field === 'left' || attribute.field === 'alias') return true;
  const type = attribute.parent?.type ?? '';
  return /^(?:pattern_list|tuple_pattern|list_pattern|as_pattern_target)$/.test(type);
}
