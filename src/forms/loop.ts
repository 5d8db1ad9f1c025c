import type { Module } from '../python/module.js';
import { field, type Node, unparenthesized } from '../python/node.js';
import type { Binding } from '../python/scopes.js';
import { contains } from '../text.js';
import type { LoopReference } from './form.js';
import { hasOwnMethod } from './loop-api.js';
import { findAttributeBinding } from './loop-attribute.js';
import { findUnnamedUses, inspectUses } from './loop-uses.js';

/**
 * Event loops that a file holds in its hands.
 *
 *     loop = asyncio.get_event_loop()             a variable; its statement is scaffolding
 *     asyncio.set_event_loop(loop)                scaffolding
 *     loop.run_until_complete(main())             a run site on it
 *     loop.run_until_complete(loop.shutdown_asyncgens())   scaffolding
 *     loop.close()                                scaffolding
 *     loop.create_task(bg())                      a leftover: it needs the loop itself
 *
 * @param receiver What a method hangs on: the `loop` of `loop.run_until_complete`.
 */
export function getLoopReference(receiver: Node, module: Module): LoopReference {
  const node = unparenthesized(receiver);
  const maker = findLoopMaker(node, module);
  if (maker !== undefined) return getUnnamedLoop(node, maker, module);
  const binding = findHolder(node, module);
  const origin = binding === undefined ? undefined : findOrigin(binding, module);
  if (binding === undefined || origin === undefined || hasOwnMethod(binding, module)) {
    return { ...NOTHING, kind: 'foreign', binding, key: `foreign:${module.text(node)}`, origin: 'unknown' };
  }
  const makers = binding.definitions.flatMap((definition) =>
    findLoopMaker(definition.value, module) === undefined ? [] : [definition.value as Node],
  );
  const uses = inspectUses(binding, module);
  const isModuleLevel = binding.scope.kind === 'module';
  const isAttribute = node.type === 'attribute';
  const isPrivate = origin === 'new' || isModuleLevel || uses.isClosed;
  const runner = origin === 'runner' ? findRunnerOf(unparenthesized(makers[0] as Node), module) : undefined;
  // asyncio.set_event_loop(loop) at module level: what get_event_loop() gives from then on
  const isCurrent = origin !== 'new' || (isModuleLevel && uses.isSet);
  return {
    ...uses,
    kind: isAttribute ? 'foreign' : isPrivate || runner !== undefined ? 'private' : 'current',
    binding,
    key: runner !== undefined ? keyOf(runner) : isCurrent && !isAttribute ? 'current' : keyOf(binding),
    origin,
    makers,
  };
}

/** The variable, or the attribute of a class of the file, that holds a loop. */
export function findHolder(node: Node, module: Module): Binding | undefined {
  if (node.type === 'identifier') return module.scopes.bindingOf(node);
  return node.type === 'attribute' ? findAttributeBinding(node, module) : undefined;
}

/** What sites on one variable have in common. */
export function keyOf(binding: Binding): string {
  return `${binding.name}@${binding.scope.node.start}`;
}

/** `runner.get_loop()` → the variable that holds the `asyncio.Runner`. */
function findRunnerOf(call: Node, module: Module): Binding | undefined {
  const callee = field(call, 'function');
  const method = callee?.type === 'attribute' ? field(callee, 'attribute') : undefined;
  const object = field(callee, 'object');
  if (method === undefined || module.text(method) !== 'get_loop' || object?.type !== 'identifier') return undefined;
  const binding = module.scopes.bindingOf(object);
  return binding !== undefined && findRunnerMaker(binding, module) !== undefined ? binding : undefined;
}

/** The one `asyncio.Runner(…)` that a variable holds. */
export function findRunnerMaker(binding: Binding, module: Module): Node | undefined {
  const makers = findRunnerMakers(binding, module);
  return makers.length > 1 ? undefined : makers[0];
}

/** What a variable is bound to, one by one: the `asyncio.Runner(…)`, and `undefined` for anything else. */
export function findRunnerMakers(binding: Binding, module: Module): readonly (Node | undefined)[] {
  return binding.definitions
    .filter((definition) => definition.kind !== 'del' && definition.kind !== 'annotation')
    .map(({ value }) =>
      value?.type === 'call' && module.resolve(field(value, 'function') as Node) === 'asyncio.Runner'
        ? value
        : undefined,
    );
}

/**
 * A name that one `with` after the other binds is a variable of its own in each of them.
 *
 *     with asyncio.Runner() as runner:
 *         runner.run(one())
 *     with asyncio.Runner() as runner:
 *         runner.run(two())
 *
 * @returns the variable at `read`; the binding itself where it is not used like this.
 */
export function narrowToBlock(binding: Binding, read: Node, module: Module): Binding {
  const blocks = binding.definitions.map(({ statement }) => statement);
  const homeOf = (node: Node) => blocks.filter((block) => contains(block, node));
  const isApart =
    binding.definitions.every(({ kind }) => kind === 'as') &&
    [...blocks, ...binding.references].every((node) => homeOf(node).length === 1) &&
    binding.references.every((node) => module.scopes.scopeAt(node) === binding.scope);
  if (!isApart) return binding;
  const [home] = homeOf(read);
  return {
    ...binding,
    definitions: binding.definitions.filter(({ statement }) => statement === home),
    references: binding.references.filter((node) => contains(home as Node, node)),
  };
}

export type LoopMaker = 'new' | 'get' | 'running' | 'runner';

const MAKERS: ReadonlyMap<string, LoopMaker> = new Map([
  ['asyncio.new_event_loop', 'new'],
  ['asyncio.get_event_loop', 'get'],
  ['asyncio.get_running_loop', 'running'],
  ['asyncio.SelectorEventLoop', 'new'],
  ['asyncio.ProactorEventLoop', 'new'],
  ['asyncio.EventLoop', 'new'],
  ['asyncio.events.new_event_loop', 'new'],
  ['asyncio.events.get_event_loop', 'get'],
  ['uvloop.new_event_loop', 'new'],
]);

/** What makes loops of a kind of their own; `asyncio.SelectorEventLoop` is one on Windows. */
const FACTORIES = ['uvloop.new_event_loop', 'asyncio.SelectorEventLoop'];

/** `uvloop.new_event_loop`, where an expression calls it to make a loop. */
export function findFactory(maker: Node, module: Module): Node | undefined {
  const node = unparenthesized(maker);
  const callee = node.type === 'call' ? field(node, 'function') : undefined;
  return callee !== undefined && FACTORIES.includes(module.resolve(callee) ?? '') ? callee : undefined;
}

/** What a run on the loop has to be told: `loop.set_debug(True)`; `loop = uvloop.new_event_loop()`. */
export function findLoopOptions({ debug, makers }: LoopReference, module: Module): ReadonlyMap<string, Node> {
  const factory = makers.length === 1 ? findFactory(makers[0] as Node, module) : undefined;
  return new Map([
    ...(debug === undefined ? [] : [['debug', debug] as const]),
    ...(factory === undefined ? [] : [['loop_factory', factory] as const]),
  ]);
}

/** How an expression makes or finds a loop: `asyncio.new_event_loop()` → `new`; `undefined` for anything else. */
export function findLoopMaker(expression: Node | undefined, module: Module): LoopMaker | undefined {
  if (expression === undefined) return undefined;
  const node = unparenthesized(expression);
  if (node.type !== 'call') return undefined;
  const callee = field(node, 'function') as Node;
  const name = module.resolve(callee);
  // contextlib.closing(asyncio.new_event_loop())
  if (name === 'contextlib.closing') return findLoopMaker(module.call(node).args[0], module);
  if (name !== undefined) return MAKERS.get(name);
  if (callee.type === 'identifier') return findHelperMaker(callee, module);
  if (findRunnerOf(node, module) !== undefined) return 'runner';
  // asyncio.get_event_loop_policy().get_event_loop()
  const owner = field(callee, 'object');
  if (owner?.type !== 'call') return undefined;
  if (module.resolve(field(owner, 'function') as Node) !== 'asyncio.get_event_loop_policy') return undefined;
  const method = module.text(field(callee, 'attribute') as Node);
  return method === 'get_event_loop' ? 'get' : method === 'new_event_loop' ? 'new' : undefined;
}

/**
 * A helper of the file that gives a loop and does nothing else.
 *
 *     def get_loop():
 *         try:
 *             return asyncio.get_event_loop()
 *         except RuntimeError:
 *             loop = asyncio.new_event_loop()
 *             asyncio.set_event_loop(loop)
 *             return loop
 */
function findHelperMaker(callee: Node, module: Module): LoopMaker | undefined {
  const definitions = module.scopes.bindingOf(callee)?.definitions ?? [];
  const definition = definitions[0]?.node.parent;
  if (definitions.length !== 1 || definition?.type !== 'function_definition' || definition.isAsync) return undefined;
  if (
    definition.parent?.type === 'decorated_definition' ||
    OTHER_WORK.some((type) => [...module.find(type, definition)].length > 0)
  )
    return undefined;
  for (const call of module.find('call', definition)) {
    const name = module.resolve(field(call, 'function') as Node) ?? '';
    if (!MAKERS.has(name) && name !== 'asyncio.set_event_loop' && !/\.is_closed\(\)$/.test(module.text(call)))
      return undefined;
  }
  const kinds = [...module.find('return_statement', definition)].map((statement) => {
    const value = statement.children.find((child) => child.type !== 'comment');
    const binding = value?.type === 'identifier' ? module.scopes.bindingOf(value) : undefined;
    return binding === undefined ? findLoopMaker(value, module) : findOrigin(binding, module);
  });
  if (kinds.length === 0 || kinds.some((kind) => kind !== 'new' && kind !== 'get')) return undefined;
  return kinds.every((kind) => kind === 'new') ? 'new' : 'get';
}

const OTHER_WORK = [
  'for_statement',
  'while_statement',
  'with_statement',
  'raise_statement',
  'yield',
  'await',
  'lambda',
];

/**
 * How the definitions of a variable make its loop; `undefined` where one of them does something else.
 *
 *     try: loop = asyncio.get_event_loop()
 *     except RuntimeError: loop = asyncio.new_event_loop()      get: the current loop, made where there is none
 */
export function findOrigin(binding: Binding, module: Module): LoopMaker | undefined {
  const makers = binding.definitions
    .filter((definition) => definition.kind !== 'del' && definition.kind !== 'annotation' && !isNone(definition.value))
    .map((definition) =>
      definition.kind === 'assignment' || definition.kind === 'as'
        ? findLoopMaker(definition.value, module)
        : undefined,
    );
  const [first] = makers;
  if (makers.length === 0 || makers.includes(undefined)) return undefined;
  return makers.every((maker) => maker === first) ? first : 'get';
}

const NOTHING = {
  scaffolding: [],
  around: [],
  wrapper: undefined,
  leftovers: [],
  makers: [],
  isClosed: false,
  debug: undefined,
} as const;

/** `asyncio.get_event_loop().run_until_complete(…)`: asked on the spot. */
function getUnnamedLoop(node: Node, maker: LoopMaker, module: Module): LoopReference {
  const base = { ...NOTHING, binding: undefined, origin: maker, makers: [node] };
  if (maker === 'new') return { ...base, kind: 'private', key: `new@${node.start}` };
  const { kind } = module.standing(node);
  return {
    ...base,
    ...findUnnamedUses(module.scopes.scopeAt(node), module),
    kind: kind === 'module' || kind === 'main-guard' ? 'private' : 'current',
    key: 'current',
  };
}

function isNone(node: Node | undefined): boolean {
  return node?.type === 'none';
}
