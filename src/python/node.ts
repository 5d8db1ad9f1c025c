import type { Range } from '../text.js';

/**
 * One named node of the syntax tree, as a plain record; made once by {@link parse}, never changed by anyone else.
 * Anonymous tokens are left out (the text between children tells), but an `async` in front of `def`, `with`, `for` or a
 * comprehension's `for` is kept as `isAsync`, and an operator token as `operator`.
 */
export interface Node extends Range {
  readonly type: string;
  /** Name of the field it fills in its parent (`function`, `arguments`, `body` …). */
  readonly field: string | undefined;
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  readonly isAsync: boolean;
  /** `+`, `not in`, `**`, `and` … of unary, binary, boolean and comparison operators, as spelled (first one of a chain). */
  readonly operator: string | undefined;
}

/** The child that the grammar gives a name to: `field(call, 'function')`; `loopshift tree FILE` shows the names. */
export function field(node: Node | undefined, name: string): Node | undefined {
  if (node === undefined) return undefined;
  // Asked for every call and attribute of a file: a closure would show in the profile.
  for (const child of node.children) if (child.field === name) return child;
  return undefined;
}

/** All children of one name: the `name`s of `import a, b`. */
export function fields(node: Node, name: string): readonly Node[] {
  return node.children.filter((child) => child.field === name);
}

/** The node's parents, nearest first. */
export function* ancestors(node: Node): Generator<Node> {
  for (let up = node.parent; up !== undefined; up = up.parent) yield up;
}

/** The node and all below it, in source order. Iterative: input may be nested 10,000 deep. */
export function* descendants(node: Node): Generator<Node> {
  const stack = [node];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    yield top;
    for (let i = top.children.length - 1; i >= 0; i--) stack.push(top.children[i] as Node);
  }
}

/** The smallest node around a range. */
export function nodeAt(root: Node, range: Range): Node {
  let node = root;
  for (;;) {
    const inner = node.children.find((child) => child.start <= range.start && range.end <= child.end);
    if (inner === undefined) return node;
    node = inner;
  }
}

const STATEMENT = /(?:_statement|_definition|_clause)$/;

/** The nearest enclosing statement (the node itself included), decorators and `async` included; never a clause. */
export function statementOf(node: Node): Node {
  let found: Node = node;
  for (let at: Node | undefined = node; at !== undefined; at = at.parent) {
    found = at;
    if (at.parent === undefined || at.parent.type === 'block' || at.parent.type === 'module') break;
  }
  if (found.parent?.type === 'decorated_definition') return found.parent;
  return found;
}

export function isStatement(node: Node): boolean {
  return STATEMENT.test(node.type);
}

/** `(x)` → `x`, as often as it takes. */
export function unparenthesized(node: Node): Node {
  let inner = node;
  while (inner.type === 'parenthesized_expression') {
    const next = inner.children.find((child) => child.type !== 'comment');
    if (next === undefined) break;
    inner = next;
  }
  return inner;
}
