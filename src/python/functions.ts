import { attributesNamed, storesOf } from './attributes.js';
import { areRelated, findOwnerClass, getLineage, getMethods, isProtocol } from './classes.js';
import type { Module } from './module.js';
import { field, type Node } from './node.js';
import { receiverOf } from './receivers.js';

/**
 * A function or method of the file, with every place that uses it.
 *
 *     def fetch(url): …          uses: fetch(1), map(fetch, urls)
 *     class S:
 *         def fetch(self): …     uses: self.fetch(), S().fetch(), pool.submit(s.fetch), x.fetch() of an unknown x
 */
export interface NamedFunction {
  readonly name: string;
  /** Every `def` of the name; more than one where a later cell or an `else` defines it anew. */
  readonly definitions: readonly Node[];
  /** The class whose method it is. */
  readonly owner: Node | undefined;
  /** In source order. */
  readonly uses: readonly Use[];
  /** Where the name is bound to something that is no `def`. */
  readonly rebound: Node | undefined;
}

export interface Use {
  /** `fetch`, `self.fetch`. */
  readonly node: Node;
  /** The call, where it is called on the spot. */
  readonly call: Node | undefined;
  /** It may be another object's method: what it hangs on cannot be seen. */
  readonly uncertain: boolean;
}

const known = new WeakMap<Node, NamedFunction>();

/** @param definition a `def` with a name, whatever it stands in */
export function getFunction(definition: Node, module: Module): NamedFunction {
  const cached = known.get(definition);
  if (cached !== undefined) return cached;
  const owner = findOwnerClass(definition);
  const found = owner === undefined ? functionOf(definition, module) : methodOf(definition, owner, module);
  for (const each of found.definitions) known.set(each, found);
  known.set(definition, found);
  return found;
}

function functionOf(definition: Node, module: Module): NamedFunction {
  const nameNode = field(definition, 'name') as Node;
  const binding = module.scopes.bindingOf(nameNode);
  const definitions = binding?.definitions ?? [];
  return {
    name: module.text(nameNode),
    definitions: definitions.filter((each) => each.kind === 'def').map((each) => each.node.parent as Node),
    owner: undefined,
    uses: (binding?.references ?? []).map((node) => toUse(node, false)),
    rebound: definitions.find((each) => each.kind !== 'def')?.node,
  };
}

function methodOf(definition: Node, owner: Node, module: Module): NamedFunction {
  const nameNode = field(definition, 'name') as Node;
  const name = module.text(nameNode);
  const binding = module.scopes.bindingOf(nameNode);
  const uses = (binding?.references ?? []).map((node) => toUse(node, false));
  let rebound = binding?.definitions.find((each) => each.kind !== 'def')?.node;
  for (const attribute of attributesNamed(name, module)) {
    const receiver = receiverOf(field(attribute, 'object') as Node, module);
    if (receiver.kind === 'foreign') continue;
    // f: Fetcher   anything that looks like the protocol
    const isOpen =
      receiver.kind === 'unknown' ||
      isProtocol(receiver.definition, module) ||
      (!areRelated(receiver.definition, owner, module) && isMixin(receiver.definition, name, module));
    if (!isOpen && !areRelated(receiver.definition, owner, module)) continue;
    // self.fetch = other
    if (isTarget(attribute)) rebound ??= attribute;
    else uses.push(toUse(attribute, isOpen));
  }
  // Scraper(urls)   runs what makes the object
  if (MAKERS.has(name)) uses.push(...constructionsOf(owner, module));
  uses.sort((a, b) => a.node.start - b.node.start);
  return { name, definitions: getMethods(owner, name, module), owner, uses, rebound };
}

/** `class Loud: def shout(self): self.fetch()`: what it has no method for comes from a class that it is put together with. */
function isMixin(definition: Node, name: string, module: Module): boolean {
  const lineage = getLineage(definition, module);
  const has = lineage.some((each) => getMethods(each, name, module).length > 0);
  return !has && storesOf(name, module).length === 0;
}

const MAKERS = new Set(['__init__', '__new__', '__post_init__']);

function constructionsOf(owner: Node, module: Module): readonly Use[] {
  const references = module.scopes.bindingOf(field(owner, 'name') as Node)?.references ?? [];
  return references.map((read) => toUse(read, false)).filter((use) => use.call !== undefined);
}

function toUse(node: Node, uncertain: boolean): Use {
  let outer = node;
  // (fetch)(url)
  while (outer.parent?.type === 'parenthesized_expression') outer = outer.parent;
  const called = outer.parent?.type === 'call' && outer.field === 'function';
  return { node, call: called ? outer.parent : undefined, uncertain };
}

function isTarget(attribute: Node): boolean {
  const type = attribute.parent?.type ?? '';
  return attribute.field === 'left' || /^(?:delete_statement|pattern_list|tuple_pattern|list_pattern)$/.test(type);
}
