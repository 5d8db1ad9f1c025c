import { storesOf } from './attributes.js';
import {
  areRelated,
  findClass,
  findOwnerClass,
  getDecorators,
  getMethods,
  getReturns,
  isGenerator,
} from './classes.js';
import type { Module } from './module.js';
import { field, type Node, unparenthesized } from './node.js';
import type { Binding, Definition } from './scopes.js';

/**
 * What an attribute hangs on, as far as the file proves it.
 *
 *     self.fetch       instance   of the class whose method this is
 *     Scraper.fetch    class
 *     s.fetch          instance   where every definition of `s` is `Scraper(…)`
 *     requests.get     foreign    an import, a literal, an instance of somebody else's class
 *     x.fetch          unknown
 */
export type Receiver =
  | { readonly kind: 'instance' | 'class'; readonly definition: Node }
  | { readonly kind: 'foreign' }
  | { readonly kind: 'unknown' };

const FOREIGN: Receiver = { kind: 'foreign' };
const UNKNOWN: Receiver = { kind: 'unknown' };

/** Deeper chains of names and calls are not followed. */
const DEEPEST = 12;

export function receiverOf(expression: Node, module: Module, depth = 0): Receiver {
  const node = unparenthesized(expression);
  if (depth > DEEPEST) return UNKNOWN;
  if (LITERALS.has(node.type)) return FOREIGN;
  switch (node.type) {
    case 'identifier':
      return ofIdentifier(node, module, depth + 1);
    case 'attribute':
      return ofAttribute(node, module, depth + 1);
    case 'call':
      return ofCall(node, module, depth + 1);
    case 'await': {
      const [operand] = node.children;
      const called = operand?.type === 'call' ? findCalled(operand, module, depth + 1) : undefined;
      return called?.isAsync ? ofReturns(called, module, depth + 1) : UNKNOWN;
    }
    case 'conditional_expression': {
      const [yes, , no] = node.children;
      return yes === undefined || no === undefined ? UNKNOWN : agreement([yes, no], module, depth + 1);
    }
    default:
      return UNKNOWN;
  }
}

const LITERALS = new Set([
  'string',
  'concatenated_string',
  'integer',
  'float',
  'list',
  'tuple',
  'set',
  'dictionary',
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
  'true',
  'false',
  'lambda',
  'comparison_operator',
]);

/** Functions of others that give back a thing of their own, never one of ours. */
const MAKERS =
  /^(?:builtins\.(?:open|str|int|float|bool|bytes|dict|list|set|tuple|len|range|input|print|repr|format|object)|(?:re|json|requests|httpx|logging|subprocess|os|time|datetime|hashlib|urllib|contextvars|pathlib|random\.Random|math|threading|concurrent\.futures)\..+)$/;

function ofIdentifier(node: Node, module: Module, depth: number): Receiver {
  const binding = module.scopes.bindingOf(node);
  if (binding === undefined) return UNKNOWN;
  if (binding.definitions.length === 0) return MAKERS.test(`builtins.${binding.name}`) ? FOREIGN : UNKNOWN;
  const named = findClass(node, module);
  if (named !== undefined) return { kind: 'class', definition: named };
  const kinds = binding.definitions
    .filter(isTelling)
    .map((definition) => ofDefinition(definition, binding, module, depth));
  return same(kinds);
}

/** `x = None` and `del x` say nothing of what has the attribute; `x += 1` keeps what it was. */
function isTelling(definition: Definition): boolean {
  if (definition.kind === 'del' || definition.kind === 'augmented') return false;
  return definition.kind !== 'assignment' || definition.value?.type !== 'none';
}

function ofDefinition(definition: Definition, binding: Binding, module: Module, depth: number): Receiver {
  switch (definition.kind) {
    case 'import':
    case 'def':
      return FOREIGN;
    case 'assignment':
    case 'walrus':
      return definition.value === undefined ? UNKNOWN : receiverOf(definition.value, module, depth);
    case 'as':
      return definition.value === undefined ? UNKNOWN : ofContext(definition.value, module, depth);
    case 'parameter':
      return ofParameter(definition, binding, module, depth);
    case 'for':
      return ofLoop(definition.node, module, depth);
    case 'annotation':
      return ofAnnotation(field(definition.node.parent, 'type'), module);
    case 'augmented':
    case 'class':
    case 'del':
    case 'pattern':
    case 'type':
      return UNKNOWN;
  }
}

/** `with Scraper() as s`: an instance where `__enter__` gives back `self`. */
function ofContext(value: Node, module: Module, depth: number): Receiver {
  const context = receiverOf(value, module, depth);
  if (context.kind !== 'instance') return isMaker(value, module) ? FOREIGN : UNKNOWN;
  const [enter] = ['__enter__', '__aenter__'].flatMap((name) => getMethods(context.definition, name, module));
  return enter === undefined ? UNKNOWN : ofReturns(enter, module, depth);
}

/** `self`, `cls`, `s: Scraper`. */
function ofParameter(definition: Definition, binding: Binding, module: Module, depth: number): Receiver {
  const owner = binding.scope.node;
  const parameters = field(owner, 'parameters')?.children.filter((child) => child.type !== 'comment') ?? [];
  const parameter = parameters.find((each) => each.start <= definition.node.start && definition.node.end <= each.end);
  const ownerClass = owner.type === 'function_definition' ? findOwnerClass(owner) : undefined;
  if (
    ownerClass !== undefined &&
    parameter !== undefined &&
    parameter === parameters[0] &&
    parameter.type === 'identifier'
  ) {
    const decorators = getDecorators(owner).map((each) => module.resolve(each));
    if (decorators.includes('builtins.staticmethod')) return UNKNOWN;
    const isClass =
      decorators.includes('builtins.classmethod') || module.text(field(owner, 'name') as Node) === '__new__';
    return { kind: isClass ? 'class' : 'instance', definition: ownerClass };
  }
  if (depth > DEEPEST || parameter === undefined) return UNKNOWN;
  return ofAnnotation(field(parameter, 'type'), module);
}

function ofAnnotation(type: Node | undefined, module: Module): Receiver {
  const [named] = type?.children ?? [];
  if (named === undefined) return UNKNOWN;
  const found = findClass(named, module);
  if (found !== undefined) return { kind: 'instance', definition: found };
  if (named.type === 'string') {
    // s: "Scraper"
    const definitions = module.scopes.lookup(module.text(named).slice(1, -1), named)?.definitions ?? [];
    const [only] = definitions;
    if (definitions.length === 1 && only?.kind === 'class')
      return { kind: 'instance', definition: only.node.parent as Node };
    return UNKNOWN;
  }
  const name = module.resolve(named);
  return named.type === 'identifier' && name !== undefined && MAKERS.test(name) ? FOREIGN : UNKNOWN;
}

/** `for s in [Scraper(a), Scraper(b)]`, `[s.run() for s in scrapers]`. */
function ofLoop(target: Node, module: Module, depth: number): Receiver {
  const loop = target.parent;
  if (loop === undefined || field(loop, 'left') !== target) return UNKNOWN;
  const iterable = field(loop, 'right');
  return iterable === undefined ? UNKNOWN : ofElements(iterable, module, depth);
}

function ofElements(iterable: Node, module: Module, depth: number): Receiver {
  const node = unparenthesized(iterable);
  if (depth > DEEPEST) return UNKNOWN;
  switch (node.type) {
    case 'list':
    case 'tuple':
    case 'set':
      return agreement(
        node.children.filter((child) => child.type !== 'comment'),
        module,
        depth + 1,
      );
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression': {
      const body = field(node, 'body');
      return body === undefined ? UNKNOWN : receiverOf(body, module, depth + 1);
    }
    case 'call': {
      const name = module.resolve(field(node, 'function') as Node);
      return name === 'builtins.range' || name === 'os.listdir' ? FOREIGN : UNKNOWN;
    }
    case 'identifier': {
      const binding = module.scopes.bindingOf(node);
      const [only, ...others] = binding?.definitions ?? [];
      const grows = binding?.references.some(
        (read) => read.parent?.type === 'attribute' || read.parent?.type === 'augmented_assignment',
      );
      if (only?.value === undefined || others.length > 0 || grows) return UNKNOWN;
      return ofElements(only.value, module, depth + 1);
    }
    default:
      return UNKNOWN;
  }
}

/** `np.random`, `self.client`. */
function ofAttribute(node: Node, module: Module, depth: number): Receiver {
  const object = field(node, 'object') as Node;
  const name = module.text(field(node, 'attribute') as Node);
  const stores = storesOf(name, module);
  const owner = receiverOf(object, module, depth);
  if (owner.kind === 'foreign') return stores.length === 0 && module.resolve(node) !== undefined ? FOREIGN : UNKNOWN;
  if (owner.kind === 'unknown' || stores.length === 0) return UNKNOWN;
  const values: Node[] = [];
  for (const store of stores) {
    const target = receiverOf(store.object, module, depth);
    if (target.kind === 'foreign') continue;
    if (target.kind === 'unknown' || store.value === undefined) return UNKNOWN;
    if (areRelated(target.definition, owner.definition, module) && store.value.type !== 'none')
      values.push(store.value);
  }
  return agreement(values, module, depth);
}

/** `Scraper(…)`, `requests.Session()`, `make()` with its returns in sight, `self.configured()`. */
function ofCall(node: Node, module: Module, depth: number): Receiver {
  const callee = receiverOf(field(node, 'function') as Node, module, depth);
  if (callee.kind === 'class') return { kind: 'instance', definition: callee.definition };
  if (isMaker(node, module)) return FOREIGN;
  const called = findCalled(node, module, depth);
  if (called === undefined || isGenerator(called)) return UNKNOWN;
  return called.isAsync ? FOREIGN : ofReturns(called, module, depth);
}

/** A call of an imported class, or of a function that gives nothing of ours back. */
function isMaker(node: Node, module: Module): boolean {
  if (node.type !== 'call') return false;
  const name = module.resolve(field(node, 'function') as Node);
  if (name === undefined || (name.startsWith('builtins.') && !MAKERS.test(name))) return false;
  const last = name.slice(name.lastIndexOf('.') + 1);
  const imported = !name.startsWith('builtins.') && /^[A-Z]\w*[a-z]/.test(last);
  return MAKERS.test(name) || imported;
}

/** The one `def` of the file that a call runs. */
export function findCalled(call: Node, module: Module, depth = 0): Node | undefined {
  const callee = unparenthesized(field(call, 'function') as Node);
  if (callee.type === 'identifier') {
    const [only, ...others] = module.scopes.bindingOf(callee)?.definitions ?? [];
    return only?.kind === 'def' && others.length === 0 ? (only.node.parent as Node) : undefined;
  }
  if (callee.type !== 'attribute' || depth > DEEPEST) return undefined;
  const owner = receiverOf(field(callee, 'object') as Node, module, depth);
  if (owner.kind !== 'instance' && owner.kind !== 'class') return undefined;
  const methods = getMethods(owner.definition, module.text(field(callee, 'attribute') as Node), module);
  return methods.length === 1 ? methods[0] : undefined;
}

function ofReturns(definition: Node, module: Module, depth: number): Receiver {
  const values = getReturns(definition);
  if (values.length === 0 || isGenerator(definition)) return UNKNOWN;
  return agreement(
    values.flatMap((value) => (value === undefined ? [] : [value])),
    module,
    depth,
  );
}

function agreement(values: readonly Node[], module: Module, depth: number): Receiver {
  return same(values.filter((value) => value.type !== 'none').map((value) => receiverOf(value, module, depth)));
}

function same(receivers: readonly Receiver[]): Receiver {
  const [first, ...others] = receivers;
  if (first === undefined) return UNKNOWN;
  const agrees = (other: Receiver) =>
    other.kind === first.kind &&
    ('definition' in other ? other.definition : undefined) === ('definition' in first ? first.definition : undefined);
  return others.every(agrees) ? first : UNKNOWN;
}
