import { field, type Node } from './node.js';

const COMPREHENSIONS = new Set([
  'list_comprehension',
  'set_comprehension',
  'dictionary_comprehension',
  'generator_expression',
]);

/** A list, set or dict comprehension, or a generator expression. */
export function isComprehension(node: Node): boolean {
  return COMPREHENSIONS.has(node.type);
}

/** `[f(x) for x in first for y in second]` → `first`: the one part that is evaluated outside (semantics.md §1.15). */
export function firstIterable(comprehension: Node): Node | undefined {
  const clause = comprehension.children.find((child) => child.type === 'for_in_clause');
  const rights = clause?.children.filter((child) => child.field === 'right') ?? [];
  return rights[0] ?? field(clause, 'right');
}
