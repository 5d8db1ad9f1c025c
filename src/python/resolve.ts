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

/** What `from module import *` binds, where a site may hang on it. */
const STARS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'asyncio',
    new Set(
      `
        Barrier BoundedSemaphore Condition Event EventLoop Future LifoQueue Lock PriorityQueue Queue Runner
        SelectorEventLoop Semaphore Task TaskGroup all_tasks as_completed create_subprocess_exec
        create_subprocess_shell create_task current_task ensure_future gather get_event_loop get_event_loop_policy
        get_running_loop iscoroutine iscoroutinefunction isfuture new_event_loop open_connection
        open_unix_connection run run_coroutine_threadsafe set_event_loop set_event_loop_policy shield sleep
        start_server start_unix_server timeout timeout_at to_thread wait wait_for wrap_future
      `
        .trim()
        .split(/\s+/),
    ),
  ],
]);

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
    const starred = meaningByStar(binding.name, module);
    if (starred !== undefined) return starred;
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

/** `from asyncio import *`, and then `run(main())`. */
function meaningByStar(name: string, module: Module): Meaning | undefined {
  const stars = module.scopes.starImports.map((statement) => {
    const from = field(statement, 'module_name');
    return from === undefined ? '' : module.text(from);
  });
  const [from] = stars.filter((each) => STARS.get(each)?.has(name));
  return from === undefined ? undefined : { name: `${from}.${name}`, certain: new Set(stars).size === 1 };
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
