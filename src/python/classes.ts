import type { Module } from './module.js';
import { field, type Node, unparenthesized } from './node.js';

/**
 * Classes of one file: their bases and their methods, as far as the text shows.
 *
 *     class Scraper(Base, Generic[T], metaclass=Meta):
 */

/** The class an expression names: `Scraper` where the file has one definition of it and nothing else binds the name. */
export function findClass(expression: Node, module: Module): Node | undefined {
  const node = unparenthesized(expression);
  if (node.type !== 'identifier') return undefined;
  const [only, ...others] = module.scopes.bindingOf(node)?.definitions ?? [];
  return only?.kind === 'class' && others.length === 0 ? (only.node.parent as Node) : undefined;
}

/** Base classes and keywords, as written. */
export function getBases(definition: Node): readonly Node[] {
  return field(definition, 'superclasses')?.children.filter((child) => child.type !== 'comment') ?? [];
}

/** The `def`s of a class's own body that bind a name, in source order. */
export function getMethods(definition: Node, name: string, module: Module): readonly Node[] {
  const methods = methodsByName.get(definition) ?? indexMethods(definition, module);
  methodsByName.set(definition, methods);
  return methods.get(name) ?? [];
}

/** By class: asked for each of its methods. */
const methodsByName = new WeakMap<Node, ReadonlyMap<string, readonly Node[]>>();

function indexMethods(definition: Node, module: Module): ReadonlyMap<string, readonly Node[]> {
  const index = new Map<string, Node[]>();
  for (const statement of field(definition, 'body')?.children ?? []) {
    const method = statement.type === 'decorated_definition' ? field(statement, 'definition') : statement;
    const name = method?.type === 'function_definition' ? field(method, 'name') : undefined;
    if (method === undefined || name === undefined) continue;
    const known = index.get(module.text(name));
    if (known === undefined) index.set(module.text(name), [method]);
    else known.push(method);
  }
  return index;
}

/** The class in whose body a `def` stands directly. */
export function findOwnerClass(definition: Node): Node | undefined {
  const statement = definition.parent?.type === 'decorated_definition' ? definition.parent : definition;
  const owner = statement.parent?.parent;
  return statement.parent?.type === 'block' && owner?.type === 'class_definition' ? owner : undefined;
}

/** The class itself and every class of the file it descends from. */
export function getLineage(definition: Node, module: Module): readonly Node[] {
  const lineage = [definition];
  for (let i = 0; i < lineage.length; i++) {
    for (const base of getBases(lineage[i] as Node)) {
      const found = findClass(base, module);
      if (found !== undefined && !lineage.includes(found)) lineage.push(found);
    }
  }
  return lineage;
}

/** `class Fetcher(Protocol)`: what is annotated with it may be of any class. */
export function isProtocol(definition: Node, module: Module): boolean {
  return getBases(definition).some((base) => {
    const named = base.type === 'subscript' ? (field(base, 'value') as Node) : base;
    return /^typing(?:_extensions)?\.Protocol$/.test(module.resolve(named) ?? '');
  });
}

/** One descends from the other, or they are the same. */
export function areRelated(a: Node, b: Node, module: Module): boolean {
  return getLineage(a, module).includes(b) || getLineage(b, module).includes(a);
}

/** The nodes of a function's own body: what stands in a `def`, a lambda or a class inside of it is left out. */
export function ownNodes(definition: Node): Generator<Node> {
  return nodesOutsideOfDefs(field(definition, 'body'));
}

/** A node and all below it that runs with it: bodies of a `def`, a lambda or a class in it are left out. */
export function* nodesOutsideOfDefs(root: Node | undefined): Generator<Node> {
  const stack = root === undefined ? [] : [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as Node;
      const opens = node.type === 'function_definition' || node.type === 'lambda' || node.type === 'class_definition';
      if (!opens || child.field !== 'body') stack.push(child);
    }
  }
}

/** What a function returns, value by value; a bare `return` counts as `undefined`. */
export function getReturns(definition: Node): readonly (Node | undefined)[] {
  return [...ownNodes(definition)]
    .filter((node) => node.type === 'return_statement')
    .map((node) => node.children.find((child) => child.type !== 'comment'));
}

/** `yield` in its own body: calling it builds a generator. */
export function isGenerator(definition: Node): boolean {
  return [...ownNodes(definition)].some((node) => node.type === 'yield');
}

/** Every decorator's expression. */
export function getDecorators(definition: Node): readonly Node[] {
  const { parent } = definition;
  if (parent?.type !== 'decorated_definition') return [];
  return parent.children
    .filter((child) => child.type === 'decorator')
    .flatMap((decorator) => decorator.children.filter((child) => child.type !== 'comment').slice(0, 1));
}
