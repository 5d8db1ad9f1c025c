import { isComprehension } from './comprehensions.js';
import type { Module } from './module.js';
import type { Node } from './node.js';
import type { StandingKind } from './standing.js';

/**
 * Places where `await`, `async with`, `async for` or an async comprehension is a SyntaxError though it parses: outside
 * `async def`, and at module level too unless `topLevel` allows it (semantics.md rules 1-5, §1.0b: a parser is no judge of
 * legality). A generator expression may hold one anywhere: it becomes an async generator.
 */
export function findStrayAwaits(module: Module, topLevel: boolean): readonly Node[] {
  const candidates = [
    ...module.find('await'),
    ...[...module.find('with_statement'), ...module.find('for_statement')].filter((node) => node.isAsync),
    ...[...module.find('for_in_clause')]
      .filter((clause) => clause.isAsync && clause.parent !== undefined && isComprehension(clause.parent))
      .map((clause) => clause.parent as Node)
      .filter((node) => node.type !== 'generator_expression'),
  ];
  return candidates.filter((node) => isStray(module.standing(node).kind, topLevel));
}

function isStray(kind: StandingKind, topLevel: boolean): boolean {
  switch (kind) {
    case 'module':
    case 'main-guard':
      return !topLevel;
    case 'async-function':
    case 'generator':
      return false;
    case 'function':
    case 'lambda':
    case 'class-body':
    case 'annotation':
      return true;
  }
}
