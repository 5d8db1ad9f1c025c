import { contains } from '../text.js';
import { firstIterable, isComprehension } from './comprehensions.js';
import { field, type Node } from './node.js';

/**
 * Where a node stands, by Python's scoping: what decides whether `await` is legal there (semantics.md rules 1-7).
 *
 *     asyncio.run(c())                               module
 *     if __name__ == "__main__": asyncio.run(c())    main-guard
 *     def f(): asyncio.run(c())                      function       owner: the def
 *     async def f(): asyncio.run(c())                async-function
 *     def f(x=asyncio.run(c())): ...                 module         a default belongs outside
 *     lambda: asyncio.run(c())                       lambda
 *     (asyncio.run(c()) for x in y)                  generator      but not in its first iterable
 *     class K: x = asyncio.run(c())                  class-body
 *     x: asyncio.run(c()) = 1                        annotation
 */
export type StandingKind =
  | 'module'
  | 'main-guard'
  | 'function'
  | 'async-function'
  | 'lambda'
  | 'generator'
  | 'class-body'
  | 'annotation';

export interface Standing {
  readonly kind: StandingKind;
  /** The module, def, lambda, generator expression, class or annotation that encloses it. */
  readonly owner: Node;
  /** List, set and dict comprehensions between the node and its owner, innermost first. */
  readonly comprehensions: readonly Node[];
}

export function findStanding(node: Node, text: string): Standing {
  const comprehensions: Node[] = [];
  let guarded = false;
  let child = node;
  for (let at = node.parent; at !== undefined; child = at, at = at.parent) {
    switch (at.type) {
      case 'lambda':
        if (child.field === 'body') return { kind: 'lambda', owner: at, comprehensions };
        break;
      case 'function_definition':
        if (child.field === 'body')
          return { kind: at.isAsync ? 'async-function' : 'function', owner: at, comprehensions };
        break;
      case 'class_definition':
        if (child.field === 'body') return { kind: 'class-body', owner: at, comprehensions };
        break;
      case 'type':
      case 'type_alias_statement':
      case 'type_parameter':
        return { kind: 'annotation', owner: at, comprehensions };
      case 'if_statement':
        if (child.field === 'consequence' && isMainTest(field(at, 'condition'), text)) guarded = true;
        break;
    }
    if (isComprehension(at)) {
      const first = firstIterable(at);
      if (first === undefined || !contains(first, node)) {
        if (at.type === 'generator_expression') return { kind: 'generator', owner: at, comprehensions };
        comprehensions.push(at);
      }
    }
  }
  return { kind: guarded ? 'main-guard' : 'module', owner: child, comprehensions };
}

/** `__name__ == "__main__"`, either way round. */
export function isMainTest(condition: Node | undefined, text: string): boolean {
  if (condition === undefined) return false;
  const spelled = text.slice(condition.start, condition.end).replace(/^\(+|\)+$/g, '');
  return /^\s*(?:__name__\s*==\s*(["'])__main__\1|(["'])__main__\2\s*==\s*__name__)\s*$/.test(spelled);
}

/** The innermost def or lambda whose body holds the node; `undefined` at module level and in a class body there. */
export function enclosingFunction(node: Node): Node | undefined {
  let child = node;
  for (let at = node.parent; at !== undefined; child = at, at = at.parent) {
    if ((at.type === 'function_definition' || at.type === 'lambda') && child.field === 'body') return at;
  }
  return undefined;
}

/** The `for` and `while` statements of its own function that run a node more than once, innermost first. */
export function findRepetitions(node: Node): readonly Node[] {
  const found: Node[] = [];
  let child = node;
  for (let at = node.parent; at !== undefined; child = at, at = at.parent) {
    if (at.type === 'function_definition' || at.type === 'class_definition') break;
    // for x in f(): what it goes over is evaluated once
    const isRepeated = at.type === 'while_statement' ? child.field !== 'alternative' : child.field === 'body';
    if (isRepeated && (at.type === 'for_statement' || at.type === 'while_statement')) found.push(at);
  }
  return found;
}
