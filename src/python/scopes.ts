import type { Node } from './node.js';
import { walkScopes } from './scope-walk.js';

/**
 * Scopes and bindings of one module, over all of its cells: which `x` is which.
 *
 * Python's rules (language reference §4.2): a def, a lambda and a comprehension open a scope; a class body opens one that
 * functions inside it do not see; defaults, decorators, bases and the first iterable of a comprehension belong outside;
 * `global` and `nonlocal` send a name elsewhere; a walrus inside a comprehension binds outside of it.
 */
export type ScopeKind = 'module' | 'function' | 'lambda' | 'class' | 'comprehension';

export type DefinitionKind =
  | 'import'
  | 'assignment'
  | 'augmented'
  | 'annotation'
  | 'parameter'
  | 'def'
  | 'class'
  | 'for'
  | 'as'
  | 'walrus'
  | 'del'
  | 'pattern'
  | 'type';

/** One place where a name gets a value. */
export interface Definition {
  readonly kind: DefinitionKind;
  /** The identifier that is bound (for `import a.b`: the `a`). */
  readonly node: Node;
  readonly statement: Node;
  /** What it is bound to, where that is one expression: `x = value`. */
  readonly value?: Node;
  /** What an import binds the name to: `asyncio`, `asyncio.run`. */
  readonly qualifiedName?: string;
}

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  /** In source order. Empty for a builtin, or for a name that the file never binds. */
  readonly definitions: readonly Definition[];
  /** Every identifier that reads the name, in source order. */
  readonly references: readonly Node[];
}

export interface ScopeTable {
  readonly moduleScope: Scope;
  readonly scopes: readonly Scope[];
  /** The binding an identifier reads or writes; `undefined` for an attribute name, a keyword and the like. */
  bindingOf(identifier: Node): Binding | undefined;
  /** The scope that a name standing at `node` is looked up in. */
  scopeAt(node: Node): Scope;
  /** What a name means when it is read at `node`, though it does not stand there (yet). */
  lookup(name: string, node: Node): Binding | undefined;
  /** `from x import *`: names may come from elsewhere. */
  readonly starImports: readonly Node[];
}

/**
 * @param roots One tree per cell, in order, in one coordinate system.
 * @param text The text the trees were made from.
 */
export function analyzeScopes(roots: readonly Node[], text: string): ScopeTable {
  return walkScopes(roots, text);
}
