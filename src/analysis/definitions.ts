import { getDecorators, isGenerator, ownNodes } from '../python/classes.js';
import type { NamedFunction } from '../python/functions.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { findMaker } from './elsewhere.js';
import { findInheritanceObstacle } from './inheritance.js';
import type { Obstacle } from './promotion.js';
import { findVisibilityObstacle } from './visibility.js';

/**
 * Why a function cannot become `async def`, whoever calls it: what it is (a generator, a special method), what it is
 * decorated with, what class it belongs to, who may reach it unseen (rules 58-60).
 */
export function findDefinitionObstacle(found: NamedFunction, module: Module): Obstacle | undefined {
  const { name } = found;
  for (const definition of found.definitions) {
    const at = { name, at: definition };
    if (definition.isAsync) return { code: 'LS423', ...at };
    if (/^__\w+__$/.test(name)) return { code: 'LS407', ...at, detail: wayOut(name) };
    const decorated = findDecoratorObstacle(definition, name, module);
    if (decorated !== undefined) return decorated;
    if (isGenerator(definition)) return { code: 'LS408', ...at };
    if (/^test/.test(name) && found.uses.length === 0) return { code: 'LS424', ...at };
    const stop = findEscapingStop(definition, module);
    if (stop !== undefined) return { code: 'LS420', name, at: stop };
  }
  if (found.rebound !== undefined) return { code: 'LS422', name, at: found.rebound };
  return findInheritanceObstacle(found, module) ?? findVisibilityObstacle(found, module);
}

/** What a special method leaves for its work, by what calls it. */
function wayOut(name: string): string {
  switch (name) {
    case '__init__':
    case '__new__':
    case '__post_init__':
      return 'an `async def` with a name of its own, and await that after the object is made';
    case '__enter__':
    case '__exit__':
      return '`async def __aenter__` and `__aexit__`, and write `async with`';
    case '__iter__':
    case '__next__':
      return '`__aiter__` and `async def __anext__`, and write `async for`';
    case '__del__':
      return 'an `async def` with a name of its own, and await that while the object is still in use';
    default:
      return `an \`async def\` with a name of its own, and await that in place of what calls \`${name}\``;
  }
}

/** Decorators that hand a coroutine through, or only mark the function (semantics.md §7.19). */
const TRANSPARENT =
  /^(?:builtins\.(?:staticmethod|classmethod)|functools\.wraps|typing\.(?:final|override|no_type_check)|typing_extensions\.(?:final|override|deprecated)|warnings\.deprecated)$/;
const CACHES =
  /^(?:functools\.(?:lru_cache|cache|cached_property)|cachetools\.|django\.utils\.functional\.cached_property|streamlit\.cache)/;
const FRAMEWORKS =
  /^(?:click|typer|pytest|celery|flask|invoke|fire|hypothesis|luigi|prefect|airflow|dagster|bottle|huey|rq)\b/;

function findDecoratorObstacle(definition: Node, name: string, module: Module): Obstacle | undefined {
  for (const decorator of getDecorators(definition)) {
    const named = decorator.type === 'call' ? (field(decorator, 'function') as Node) : decorator;
    const meaning = module.resolve(named);
    if (meaning !== undefined && TRANSPARENT.test(meaning)) continue;
    const obstacle = { name, at: decorator, detail: module.text(named) };
    if (meaning !== undefined && CACHES.test(meaning)) return { code: 'LS403', ...obstacle };
    if (meaning === 'builtins.property' || meaning === 'abc.abstractproperty' || isAccessor(named, name, module)) {
      return { code: 'LS404', ...obstacle };
    }
    if (meaning === 'contextlib.contextmanager') return { code: 'LS405', ...obstacle };
    // @app.route('/')   app = Flask(__name__)
    const maker = named.type === 'attribute' ? findMaker(field(named, 'object') as Node, module) : undefined;
    if (FRAMEWORKS.test(meaning ?? '') || FRAMEWORKS.test(maker ?? '')) return { code: 'LS406', ...obstacle };
    return { code: 'LS402', ...obstacle };
  }
  return undefined;
}

/** `@value.setter` */
function isAccessor(named: Node, name: string, module: Module): boolean {
  if (named.type !== 'attribute') return false;
  const accessor = module.text(field(named, 'attribute') as Node);
  return /^(?:setter|getter|deleter)$/.test(accessor) && module.text(field(named, 'object') as Node) === name;
}

/** `next(it)` without a default, or `raise StopIteration`, that nothing in the function catches (§7.31). */
function findEscapingStop(definition: Node, module: Module): Node | undefined {
  for (const node of ownNodes(definition)) {
    if (!raisesStop(node, module) || isCaught(node, definition, module)) continue;
    return node;
  }
  return undefined;
}

function raisesStop(node: Node, module: Module): boolean {
  if (node.type === 'raise_statement') return /^raise\s+StopIteration\b/.test(module.text(node));
  if (node.type !== 'call' || module.resolve(field(node, 'function') as Node) !== 'builtins.next') return false;
  return module.call(node).args.length === 1;
}

function isCaught(node: Node, definition: Node, module: Module): boolean {
  let child = node;
  for (const up of ancestors(node)) {
    if (up === definition) return false;
    if (up.type === 'try_statement' && child.field === 'body') {
      const clauses = up.children.filter((each) => each.type === 'except_clause');
      const caught = clauses.map(
        (clause) => field(clause, 'value') ?? clause.children.find((each) => each.type !== 'block'),
      );
      if (
        caught.some(
          (value) => value === undefined || /\b(?:StopIteration|Exception|BaseException)\b/.test(module.text(value)),
        )
      )
        return true;
    }
    child = up;
  }
  return false;
}
