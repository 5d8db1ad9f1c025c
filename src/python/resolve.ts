import type { Module } from './module.js';
import { field, type Node, unparenthesized } from './node.js';
import type { Binding, Definition } from './scopes.js';

/** What an expression means, as far as the file shows. */
export interface Meaning {
  /** The qualified name it has, or may have. */
  readonly name: string | undefined;
  /** `false`: it may be something else too (rebound, conditional, star import). */
  readonly certain: boolean;
  /** All that it may be, where that is more than one thing. */
  readonly among?: readonly string[];
}

const UNKNOWN: Meaning = { name: undefined, certain: true };

/** Modules that some environments import for you: `python -m asyncio` has `asyncio` from the start (semantics.md §10.1). */
const PREIMPORTED = new Set(['asyncio']);

/**
 * Follows names to what they were imported as or assigned from: `import asyncio as aio`, `run = asyncio.run`,
 * `__import__("nest_asyncio")`. Spelled text is never matched.
 */
export function meaningOf(expression: Node, module: Module, depth = 0): Meaning {
  const node = unparenthesized(expression);
  if (depth > 20) return UNKNOWN;
  switch (node.type) {
    case 'identifier': {
      const binding = module.scopes.bindingOf(node);
      return binding === undefined ? UNKNOWN : meaningOfBinding(binding, module, depth + 1);
    }
    case 'attribute': {
      const object = field(node, 'object');
      const attribute = field(node, 'attribute');
      if (object === undefined || attribute === undefined) return UNKNOWN;
      const owner = meaningOf(object, module, depth + 1);
      if (owner.name === undefined) return owner;
      const part = (name: string) => `${name}.${module.text(attribute)}`;
      const name = part(owner.name);
      // asyncio.run = traced_run   from here on it may be another function
      const certain = owner.certain && !module.patchedAttributes.has(name);
      return { name, certain, ...(owner.among !== undefined && { among: owner.among.map(part) }) };
    }
    case 'call':
      return meaningOfImportCall(node, module, depth);
    default:
      return UNKNOWN;
  }
}

/** A binding means one thing, whoever asks; a binding that hangs on itself means nothing that could be named. */
const bindingMeanings = new WeakMap<Binding, Meaning>();

function meaningOfBinding(binding: Binding, module: Module, depth: number): Meaning {
  const known = bindingMeanings.get(binding);
  if (known !== undefined) return known;
  bindingMeanings.set(binding, UNKNOWN);
  const meaning = followBinding(binding, module, depth);
  bindingMeanings.set(binding, meaning);
  return meaning;
}

function followBinding(binding: Binding, module: Module, depth: number): Meaning {
  if (binding.definitions.length === 0) {
    if (!PREIMPORTED.has(binding.name)) return { name: `builtins.${binding.name}`, certain: true };
    return { name: binding.name, certain: module.scopes.starImports.length === 0 };
  }
  const meanings = binding.definitions
    .filter((definition) => definition.kind !== 'del' && !isNone(definition))
    .map((definition) => meaningOfDefinition(definition, module, depth));
  const names = new Set(meanings.map((meaning) => meaning.name));
  const [name] = names;
  if (names.size === 0) return UNKNOWN;
  if (names.size === 1) return { name, certain: meanings.every((meaning) => meaning.certain) };
  const named = meanings.flatMap((meaning) => meaning.among ?? (meaning.name === undefined ? [] : [meaning.name]));
  return { name: named[0], certain: named.length === 0, among: [...new Set(named)] };
}

/** `except ImportError: asyncio = None`: what is None is not called. */
function isNone({ kind, value }: Definition): boolean {
  return kind === 'assignment' && value?.type === 'none';
}

function meaningOfDefinition(definition: Definition, module: Module, depth: number): Meaning {
  if (definition.qualifiedName !== undefined) return { name: definition.qualifiedName, certain: true };
  if (definition.kind === 'assignment' && definition.value !== undefined)
    return meaningOf(definition.value, module, depth + 1);
  return UNKNOWN;
}

/** `__import__("nest_asyncio")`, `importlib.import_module("asyncio")`. */
function meaningOfImportCall(node: Node, module: Module, depth: number): Meaning {
  const callee = field(node, 'function');
  if (callee === undefined) return UNKNOWN;
  const name = meaningOf(callee, module, depth + 1).name;
  if (name !== 'builtins.__import__' && name !== 'importlib.import_module') return UNKNOWN;
  const argument = field(node, 'arguments')?.children[0];
  const literal = argument?.type === 'string' ? /^["']([\w.]+)["']$/.exec(module.text(argument))?.[1] : undefined;
  return { name: literal, certain: true };
}
