import { findClass, getMethods, isGenerator, nodesOutsideOfDefs, ownNodes } from '../python/classes.js';
import type { Module } from '../python/module.js';
import { ancestors, descendants, field, type Node, unparenthesized } from '../python/node.js';
import { findCalled } from '../python/receivers.js';
import { isDecorated } from './callees.js';
import { catches, type ExceptionType, exceptionType } from './exceptions.js';
import { methodsNamed, reachableFrom } from './reach.js';
import { startedBy } from './started.js';
import { isOfGroup } from './task-groups.js';

/**
 * An exception that this file itself says it raises. Any call may raise; what counts is written out:
 *
 *     raise ValueError("bad")                     but not NotImplementedError, which says that somebody else is meant
 *     assert rows, "nothing came"
 *     await asyncio.wait_for(fetch(), 5)          what a limit of time is for
 *     1 / 0
 *     asyncio.current_task().cancel()
 *
 * and a call of a function of this file that does one of these, as far as no `except` in between takes it.
 */
export interface Failure {
  /** The statement, or the call of asyncio, that raises. */
  readonly at: Node;
  readonly type: ExceptionType;
}

const known = new WeakMap<Node, readonly Failure[]>();

/** What leaves a function when it is run: what is raised in it, or in what it runs, and not taken by an `except`. */
export function failuresOf(definition: Node, module: Module): readonly Failure[] {
  const cached = known.get(definition);
  if (cached !== undefined) return cached;
  // while it is looked at: a call of its own adds nothing
  known.set(definition, []);
  const found = failuresWithin(ownNodes(definition), definition, module);
  known.set(definition, found);
  return found;
}

/** What leaves an expression that is awaited: `main()`, `asyncio.gather(a(), b())`. */
export function failuresOfAwaited(expression: Node, module: Module): readonly Failure[] {
  const own = [...descendants(expression)].flatMap((node) => failuresAt(node, module));
  return unique([...own, ...awaitedAt(expression, module)]);
}

/**
 * What a function of this file raises that some code only names, or calls by way of something that cannot be seen: nobody
 * knows who runs it, and what is around it then.
 *
 *     await functools.partial(work, 1)()      work
 *     await TABLE[name]()                     whatever stands in TABLE
 *     await handler.run()                     every `run` of the file, with nothing known of `handler`
 */
export function failuresOfNamed(root: Node, module: Module): readonly Failure[] {
  const regions = [root, ...reachableFrom(root, module)];
  return unique(
    regions.flatMap((region) =>
      [...nodesOutsideOfDefs(region.type === 'function_definition' ? field(region, 'body') : region)].flatMap((node) =>
        namedBy(node, module).flatMap((definition) =>
          failuresOf(definition, module).filter((failure) => findCatcher(node, failure, region, module) === undefined),
        ),
      ),
    ),
  );
}

function namedBy(node: Node, module: Module): readonly Node[] {
  if (node.type === 'attribute') {
    const isSeen = node.field === 'function' && findCalled(node.parent as Node, module) !== undefined;
    return isSeen ? [] : methodsNamed(node, module);
  }
  if (node.type !== 'identifier' || node.field === 'function' || !isRead(node, module)) return [];
  const definitions = module.scopes.bindingOf(node)?.definitions ?? [];
  return definitions.flatMap(({ kind, node: name, value }) => {
    if (kind === 'def' && name.parent !== undefined) return [name.parent];
    // TABLE = {"fetch": fetch}
    const isTable = value !== undefined && /^(?:dictionary|list|tuple|set)$/.test(value.type) && node.field !== 'left';
    return isTable ? [...descendants(value)].flatMap((each) => (each === node ? [] : namedDirectly(each, module))) : [];
  });
}

function namedDirectly(node: Node, module: Module): readonly Node[] {
  const definitions = node.type === 'identifier' ? (module.scopes.bindingOf(node)?.definitions ?? []) : [];
  return definitions.flatMap(({ kind, node: name }) => (kind === 'def' && name.parent ? [name.parent] : []));
}

function isRead(node: Node, module: Module): boolean {
  return module.scopes.bindingOf(node)?.references.includes(node) ?? false;
}

/** What leaves a statement. */
export function failuresIn(statement: Node, module: Module): readonly Failure[] {
  return failuresWithin(nodesOutsideOfDefs(statement), statement.parent ?? statement, module);
}

/** What arises in the body of a loop, and leaves `boundary`, which is the loop or stands around it. */
export function findFailureOut(body: Node, boundary: Node, module: Module): Node | undefined {
  for (const node of nodesOutsideOfDefs(body)) {
    for (const failure of failuresAt(node, module)) {
      if (node === body || findCatcher(node, failure, boundary, module) === undefined) return failure.at;
    }
  }
  return undefined;
}

/** What arises in some nodes, and leaves the one around them. */
function failuresWithin(nodes: Iterable<Node>, boundary: Node, module: Module): readonly Failure[] {
  const found: Failure[] = [];
  for (const node of nodes) {
    for (const failure of failuresAt(node, module)) {
      if (findCatcher(node, failure, boundary, module) === undefined) found.push(failure);
    }
  }
  return unique(found);
}

/** What arises right at a node, whoever takes it. */
export function failuresAt(node: Node, module: Module): readonly Failure[] {
  switch (node.type) {
    case 'raise_statement':
      return raisedBy(node, module);
    case 'assert_statement':
      return [{ at: node, type: 'builtins.AssertionError' }];
    case 'binary_operator': {
      const isZero = /^(?:\/|\/\/|%)$/.test(node.operator ?? '') && module.text(field(node, 'right') as Node) === '0';
      return isZero ? [{ at: node, type: 'builtins.ZeroDivisionError' }] : [];
    }
    case 'with_statement':
      return limitOf(node, module);
    case 'await':
      return node.children[0] === undefined ? [] : awaitedAt(node.children[0], module);
    case 'call':
      return raisedByCall(node, module);
    default:
      return [];
  }
}

/** The `except` clause, or the `with suppress(…)`, that takes what arises at a node; `undefined` where it leaves `boundary`. */
export function findCatcher(node: Node, { type }: Failure, boundary: Node, module: Module): Node | undefined {
  let below = node;
  for (const up of ancestors(node)) {
    if (up === boundary) return undefined;
    if (up.type === 'try_statement' && below.field === 'body') {
      const clause = up.children.find((each) => each.type === 'except_clause' && catches(each, type, module));
      if (clause !== undefined) return clause;
    }
    if (up.type === 'with_statement' && below.field === 'body' && isSuppressing(up, module)) return up;
    below = up;
  }
  return undefined;
}

/** `with contextlib.suppress(…)`, `with pytest.raises(…)`, `with self.assertRaises(…)`. */
function isSuppressing(statement: Node, module: Module): boolean {
  return contextsOf(statement).some((call) =>
    /(?:^|\.)(?:suppress|raises|assertRaises\w*)$/.test(module.text(field(call, 'function') as Node)),
  );
}

/** `async with asyncio.timeout(5)` raises where it ends. */
function limitOf(statement: Node, module: Module): readonly Failure[] {
  const limit = contextsOf(statement).find((call) =>
    /^(?:asyncio|async_timeout)\.timeout(?:_at)?$/.test(module.resolve(field(call, 'function') as Node) ?? ''),
  );
  return limit === undefined ? [] : [{ at: limit, type: 'builtins.TimeoutError' }];
}

/** The calls that a `with` enters. */
function contextsOf(statement: Node): readonly Node[] {
  const clause = statement.children.find((child) => child.type === 'with_clause');
  return (clause?.children ?? []).flatMap((item) => {
    const value = field(item, 'value');
    const call = value?.type === 'as_pattern' ? value.children[0] : value;
    return call?.type === 'call' ? [call] : [];
  });
}

const PROTOCOL = /^builtins\.(?:NotImplementedError|StopIteration|StopAsyncIteration)$/;

function raisedBy(statement: Node, module: Module): readonly Failure[] {
  const value = statement.children.find((child) => child.field !== 'cause' && child.type !== 'comment');
  const clause = enclosingClause(statement);
  if (value === undefined || (clause !== undefined && isAliasOf(value, clause, module))) {
    return clause === undefined ? [] : takenBy(clause, module);
  }
  const type = exceptionType(value, module);
  return typeof type === 'string' && PROTOCOL.test(type) ? [] : [{ at: statement, type }];
}

function enclosingClause(statement: Node): Node | undefined {
  for (const up of ancestors(statement)) {
    if (up.type === 'except_clause') return up;
    if (up.type === 'function_definition') return undefined;
  }
  return undefined;
}

/** `except ValueError as error: … raise error`. */
function isAliasOf(value: Node, clause: Node, module: Module): boolean {
  if (value.type !== 'identifier') return false;
  const alias = field(field(clause, 'value'), 'alias');
  return alias !== undefined && module.text(alias) === module.text(value);
}

/** `raise` passes on what came in: what the body of its `try` says it raises, and this clause takes. */
function takenBy(clause: Node, module: Module): readonly Failure[] {
  const body = field(clause.parent, 'body');
  const boundary = clause.parent?.parent;
  if (body === undefined || boundary === undefined) return [];
  return unique(
    [...nodesOutsideOfDefs(body)].flatMap((node) =>
      failuresAt(node, module).filter((failure) => findCatcher(node, failure, boundary, module) === clause),
    ),
  );
}

/** What `Row(…)` runs. */
const MAKERS = ['__new__', '__init__', '__post_init__'];

/** A plain call runs the function; that of an `async def` only makes a coroutine, which raises where it is awaited. */
function raisedByCall(call: Node, module: Module): readonly Failure[] {
  const callee = field(call, 'function') as Node;
  const name = module.resolve(callee) ?? '';
  const method = callee.type === 'attribute' ? module.text(field(callee, 'attribute') as Node) : '';
  const { args } = module.call(call);
  // asyncio.run(c()) in a helper, runner.run(c()); group.create_task(c()), which raises where the group ends
  if (
    name === 'asyncio.run' ||
    /^run(?:_until_complete)?$/.test(method) ||
    (method === 'create_task' && isOfGroup(callee, module))
  )
    return args.flatMap((each) => awaitedAt(each, module));
  if (method === 'cancel' && isOwnTask(field(callee, 'object'), module))
    return [{ at: call, type: 'asyncio.CancelledError' }];
  const built = findClass(callee, module);
  if (built !== undefined)
    return MAKERS.flatMap((each) => getMethods(built, each, module)).flatMap((each) => failuresOf(each, module));
  const called = findCalled(call, module);
  if (called === undefined || isDecorated(called, module) || (called.isAsync && !isGenerator(called))) return [];
  return failuresOf(called, module);
}

/** `asyncio.current_task()`. */
function isOwnTask(expression: Node | undefined, module: Module): boolean {
  return (
    expression?.type === 'call' && module.resolve(field(expression, 'function') as Node) === 'asyncio.current_task'
  );
}

/** What awaiting an expression raises, besides what making it does. */
function awaitedAt(expression: Node, module: Module): readonly Failure[] {
  const node = unparenthesized(expression);
  const own: Failure[] = [];
  if (node.type === 'call') {
    const { function: callee, args, keywords } = module.call(node);
    const name = module.resolve(callee) ?? '';
    if (name === 'asyncio.wait') return [];
    if (name === 'asyncio.gather' && isTrue(keywords.get('return_exceptions'))) return [];
    if (name === 'asyncio.wait_for' && isLimited(args[1] ?? keywords.get('timeout')))
      own.push({ at: node, type: 'builtins.TimeoutError' });
  }
  return unique([...own, ...startedBy(node, module).flatMap(({ definition }) => failuresOf(definition, module))]);
}

export function isTrue(value: Node | undefined): boolean {
  return value?.type === 'true';
}

function isLimited(timeout: Node | undefined): boolean {
  return timeout !== undefined && timeout.type !== 'none';
}

function unique(failures: readonly Failure[]): readonly Failure[] {
  const byPlace = new Map(failures.map((failure) => [failure.at, failure]));
  return [...byPlace.values()];
}
