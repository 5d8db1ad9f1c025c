import { findClass, isGenerator } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node, unparenthesized } from '../python/node.js';

/**
 * The defs of this file that a callee can mean; `undefined` where it may mean something else.
 *
 *     fetch(url)            the def `fetch`, or all of them where a notebook defines it again and again
 *     worker.run()          `run` of the class that `worker = Worker()` names, or of a base of it in this file
 *     self.load()           `load` of the class around it
 *     Worker()              its `__init__`, `__new__` and `__post_init__`: see {@link findClass}
 */
export function findDefinitions(callee: Node, module: Module): readonly Node[] | undefined {
  const node = unparenthesized(callee);
  if (node.type === 'identifier') return definitionsOfName(node, module);
  if (node.type !== 'attribute') return undefined;
  const method = field(node, 'attribute');
  const object = field(node, 'object');
  const owner = object === undefined ? undefined : findClassOf(object, module);
  const found =
    owner === undefined || method === undefined ? undefined : findMethod(owner, module.text(method), module);
  return found === undefined ? undefined : [found];
}

/** A method of a class, or of its bases as far as they are in this file; `undefined` where a base elsewhere may have it. */
export function findMethod(owner: Node, name: string, module: Module, depth = 0): Node | undefined {
  const own = methodsOf(owner).filter((method) => module.text(field(method, 'name') as Node) === name);
  if (own.length > 0) return own.length === 1 ? own[0] : undefined;
  if (depth > 20) return undefined;
  for (const base of basesOf(owner)) {
    const parent = findClass(base, module);
    const found = parent === undefined ? undefined : findMethod(parent, name, module, depth + 1);
    if (found !== undefined || parent === undefined) return found;
  }
  return undefined;
}

/** The functions defined right in a class body, decorated ones included. */
export function methodsOf(owner: Node): readonly Node[] {
  const body = field(owner, 'body')?.children ?? [];
  return body.flatMap((child) => {
    const inner = child.type === 'decorated_definition' ? field(child, 'definition') : child;
    return inner?.type === 'function_definition' ? [inner] : [];
  });
}

export function basesOf(owner: Node): readonly Node[] {
  const bases = field(owner, 'superclasses')?.children ?? [];
  return bases.filter((base) => base.type !== 'keyword_argument' && base.type !== 'comment');
}

export function isAsyncGenerator(definition: Node): boolean {
  return definition.isAsync && isGenerator(definition);
}

/** A decorator may put anything in place of the function; `@staticmethod` and `@classmethod` do not. */
export function isDecorated(definition: Node, module: Module): boolean {
  const { parent } = definition;
  if (parent?.type !== 'decorated_definition') return false;
  const decorators = parent.children.filter((child) => child.type === 'decorator');
  return !decorators.every((decorator) => {
    const [expression] = decorator.children;
    const name = expression === undefined ? undefined : module.resolve(expression);
    return name === 'builtins.staticmethod' || name === 'builtins.classmethod';
  });
}

function definitionsOfName(identifier: Node, module: Module): readonly Node[] | undefined {
  const definitions = module.scopes.bindingOf(identifier)?.definitions ?? [];
  if (definitions.length === 0) return undefined;
  const found = definitions.map((definition) => (definition.kind === 'def' ? definition.node.parent : undefined));
  return found.every((node) => node !== undefined) ? found : undefined;
}

/** `worker` of `worker = Worker()`, `Worker()`, `Worker`, `self`. */
function findClassOf(object: Node, module: Module): Node | undefined {
  const node = unparenthesized(object);
  if (node.type === 'call') return findClass(field(node, 'function') as Node, module);
  if (node.type !== 'identifier') return undefined;
  const named = findClass(node, module);
  if (named !== undefined) return named;
  const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
  const [only] = definitions;
  if (definitions.length !== 1 || only === undefined) return undefined;
  if (only.kind === 'parameter') return classAround(only.node, module);
  if (only.value?.type !== 'call') return undefined;
  return findClass(field(only.value, 'function') as Node, module);
}

/** `self`, `cls`: the first parameter of a method, and the class it stands in. */
function classAround(parameter: Node, module: Module): Node | undefined {
  const list = parameter.parent;
  if (list?.type !== 'parameters' || list.children[0] !== parameter) return undefined;
  if (!/^(?:self|cls)$/.test(module.text(parameter))) return undefined;
  const method = list.parent;
  for (const up of ancestors(method as Node)) {
    if (up.type === 'class_definition') return up;
    if (up.type === 'function_definition') return undefined;
  }
  return undefined;
}
