import { contains } from '../text.js';
import { firstIterable, isComprehension } from './comprehensions.js';
import { type Node, statementOf } from './node.js';
import type { Binding, Definition, DefinitionKind, Scope, ScopeKind, ScopeTable } from './scopes.js';

export interface MutableBinding extends Binding {
  readonly definitions: Definition[];
  readonly references: Node[];
}

export interface MutableScope extends Scope {
  readonly parent: MutableScope | undefined;
  readonly bindings: Map<string, MutableBinding>;
  /** Names that `global` or `nonlocal` sends elsewhere. */
  readonly elsewhere: Map<string, 'global' | 'nonlocal'>;
}

/** The scopes and bindings that the walk has found, and the look-ups they answer. */
export class FoundScopes implements ScopeTable {
  readonly moduleScope: MutableScope;
  readonly scopes: MutableScope[] = [];
  readonly starImports: Node[] = [];
  private readonly owned = new Map<Node, MutableScope>();
  private readonly identifiers = new Map<Node, MutableBinding>();

  constructor(
    roots: readonly Node[],
    private readonly text: string,
  ) {
    this.moduleScope = this.open('module', roots[0] ?? emptyModule, undefined);
    for (const cell of roots) this.owned.set(cell, this.moduleScope);
  }

  bindingOf(identifier: Node): Binding | undefined {
    return this.identifiers.get(identifier);
  }

  scopeAt(node: Node): MutableScope {
    let child = node;
    for (let at = node.parent; at !== undefined; child = at, at = at.parent) {
      const scope = this.owned.get(at);
      if (scope !== undefined && isInside(at, child, node)) return scope;
    }
    return this.owned.get(child) ?? this.moduleScope;
  }

  lookup(name: string, node: Node): Binding | undefined {
    return this.find(name, this.scopeAt(node));
  }

  open(kind: ScopeKind, node: Node, parent: MutableScope | undefined): MutableScope {
    const scope: MutableScope = { kind, node, parent, bindings: new Map(), elsewhere: new Map() };
    this.scopes.push(scope);
    this.owned.set(node, scope);
    return scope;
  }

  name(identifier: Node): string {
    return this.text.slice(identifier.start, identifier.end);
  }

  define(node: Node, kind: DefinitionKind, scope: MutableScope, value?: Node, qualifiedName?: string): void {
    const definition: Definition = {
      kind,
      node,
      statement: statementOf(node),
      ...(value !== undefined && { value }),
      ...(qualifiedName !== undefined && { qualifiedName }),
    };
    const home = this.home(this.name(node), scope);
    const binding = this.bindingIn(home, this.name(node));
    binding.definitions.push(definition);
    this.identifiers.set(node, binding);
  }

  /** Notes that `node` reads its name in `scope`; to be asked once everything is defined. */
  load(node: Node, scope: MutableScope): void {
    const name = this.name(node);
    const binding = this.find(name, scope) ?? this.bindingIn(this.moduleScope, name);
    this.identifiers.set(node, binding);
    binding.references.push(node);
  }

  /** Definitions and references in source order. */
  sort(): this {
    for (const { bindings } of this.scopes) {
      for (const binding of bindings.values()) {
        binding.definitions.sort((a, b) => a.node.start - b.node.start);
        binding.references.sort((a, b) => a.start - b.start);
      }
    }
    return this;
  }

  /** The scope that an assignment to `name` in `scope` writes to. */
  private home(name: string, scope: MutableScope): MutableScope {
    const where = scope.elsewhere.get(name);
    if (where === undefined) return scope;
    if (where === 'global') return this.moduleScope;
    for (let up = scope.parent; up !== undefined; up = up.parent) {
      if (up.kind !== 'class' && up.kind !== 'module') return this.home(name, up);
    }
    return scope;
  }

  private bindingIn(scope: MutableScope, name: string): MutableBinding {
    const found = scope.bindings.get(name);
    if (found !== undefined) return found;
    const made: MutableBinding = { name, scope, definitions: [], references: [] };
    scope.bindings.set(name, made);
    return made;
  }

  private find(name: string, scope: MutableScope): MutableBinding | undefined {
    const where = scope.elsewhere.get(name);
    if (where === 'global') return this.moduleScope.bindings.get(name);
    const own = where === undefined ? scope.bindings.get(name) : undefined;
    if (own !== undefined) return own;
    for (let up = scope.parent; up !== undefined; up = up.parent) {
      if (up.kind === 'class') continue;
      if (up.elsewhere.get(name) === 'global') return this.moduleScope.bindings.get(name);
      const found = up.bindings.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const emptyModule: Node = {
  type: 'module',
  field: undefined,
  parent: undefined,
  children: [],
  isAsync: false,
  operator: undefined,
  start: 0,
  end: 0,
};

/** Whether `node`, below the child `child` of a scope's own node, belongs to the scope: a body does, a default or a base does not. */
function isInside(owner: Node, child: Node, node: Node): boolean {
  if (isComprehension(owner)) {
    const first = firstIterable(owner);
    return first === undefined || !contains(first, node);
  }
  return owner.type === 'module' || child.field === 'body';
}
