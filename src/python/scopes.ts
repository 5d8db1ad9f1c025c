import { contains } from '../text.js';
import { firstIterable, isComprehension } from './comprehensions.js';
import { field, type Node, statementOf } from './node.js';

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
  return new ScopeBuilder(roots, text);
}

interface MutableBinding extends Binding {
  readonly definitions: Definition[];
  readonly references: Node[];
}

interface MutableScope extends Scope {
  readonly parent: MutableScope | undefined;
  readonly bindings: Map<string, MutableBinding>;
  readonly elsewhere: Map<string, 'global' | 'nonlocal'>;
}

class ScopeBuilder implements ScopeTable {
  readonly moduleScope: MutableScope;
  readonly scopes: MutableScope[] = [];
  readonly starImports: Node[] = [];
  private readonly owned = new Map<Node, MutableScope>();
  private readonly identifiers = new Map<Node, MutableBinding>();
  private readonly loads: [Node, MutableScope][] = [];
  private readonly pending: [Node, MutableScope][] = [];

  constructor(
    roots: readonly Node[],
    private readonly text: string,
  ) {
    const root: Node = roots[0] ?? emptyModule;
    this.moduleScope = this.open('module', root, undefined);
    for (const cell of roots) this.owned.set(cell, this.moduleScope);
    this.declareElsewhere(roots);
    for (let i = roots.length - 1; i >= 0; i--) this.pending.push([roots[i] as Node, this.moduleScope]);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.visit(...next);
    for (const [node, scope] of this.loads) this.bind(node, scope).references.push(node);
    for (const scope of this.scopes) {
      for (const binding of scope.bindings.values()) {
        binding.definitions.sort((a, b) => a.node.start - b.node.start);
        binding.references.sort((a, b) => a.start - b.start);
      }
    }
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

  private open(kind: ScopeKind, node: Node, parent: MutableScope | undefined): MutableScope {
    const scope: MutableScope = { kind, node, parent, bindings: new Map(), elsewhere: new Map() };
    this.scopes.push(scope);
    this.owned.set(node, scope);
    return scope;
  }

  /** `global` counts for its whole function, also above the line it stands on: so all are read before anything is bound. */
  private readonly declared = new Map<Node, Map<string, 'global' | 'nonlocal'>>();

  private declareElsewhere(roots: readonly Node[]): void {
    const stack: Node[] = [...roots];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'global_statement' || node.type === 'nonlocal_statement') {
        const owner = enclosingScopeNode(node);
        const names = this.declared.get(owner) ?? new Map<string, 'global' | 'nonlocal'>();
        for (const name of node.children) {
          if (name.type === 'identifier')
            names.set(this.name(name), node.type === 'global_statement' ? 'global' : 'nonlocal');
        }
        this.declared.set(owner, names);
      }
      stack.push(...node.children);
    }
  }

  private name(identifier: Node): string {
    return this.text.slice(identifier.start, identifier.end);
  }

  private child(kind: ScopeKind, node: Node, parent: MutableScope): MutableScope {
    const scope = this.open(kind, node, parent);
    for (const [name, where] of this.declared.get(node) ?? []) scope.elsewhere.set(name, where);
    return scope;
  }

  private push(nodes: readonly (Node | undefined)[], scope: MutableScope): void {
    for (let i = nodes.length - 1; i >= 0; i--) {
      const node = nodes[i];
      if (node !== undefined) this.pending.push([node, scope]);
    }
  }

  private visit(node: Node, scope: MutableScope): void {
    switch (node.type) {
      case 'identifier':
        this.loads.push([node, scope]);
        return;
      case 'attribute':
        this.push([field(node, 'object')], scope);
        return;
      case 'keyword_argument':
        this.push([field(node, 'value')], scope);
        return;
      case 'function_definition':
        this.visitFunction(node, scope);
        return;
      case 'lambda':
        this.visitLambda(node, scope);
        return;
      case 'class_definition':
        this.visitClass(node, scope);
        return;
      case 'list_comprehension':
      case 'set_comprehension':
      case 'dictionary_comprehension':
      case 'generator_expression':
        this.visitComprehension(node, scope);
        return;
      case 'assignment': {
        const left = field(node, 'left');
        const right = field(node, 'right');
        const type = field(node, 'type');
        if (left !== undefined)
          this.store(left, right === undefined && type !== undefined ? 'annotation' : 'assignment', scope, right);
        this.push([type, right], scope);
        return;
      }
      case 'augmented_assignment': {
        const left = field(node, 'left');
        if (left?.type === 'identifier') this.loads.push([left, scope]);
        if (left !== undefined) this.store(left, 'augmented', scope);
        this.push([field(node, 'right')], scope);
        return;
      }
      case 'named_expression': {
        const name = field(node, 'name');
        const value = field(node, 'value');
        if (name !== undefined) this.store(name, 'walrus', outsideComprehensions(scope), value);
        this.push([value], scope);
        return;
      }
      case 'for_statement': {
        const left = field(node, 'left');
        if (left !== undefined) this.store(left, 'for', scope);
        this.push(
          node.children.filter((child) => child.field !== 'left'),
          scope,
        );
        return;
      }
      case 'as_pattern': {
        const alias = field(node, 'alias') ?? node.children.find((child) => child.type === 'as_pattern_target');
        if (alias !== undefined) {
          const target = alias.type === 'as_pattern_target' ? alias.children[0] : alias;
          const value = node.children[0];
          if (target !== undefined)
            this.store(target, 'as', scope, node.parent?.type === 'with_item' ? value : undefined);
        }
        this.push(
          node.children.filter((child) => child !== alias),
          scope,
        );
        return;
      }
      case 'delete_statement':
        for (const child of node.children) this.store(child, 'del', scope);
        return;
      case 'import_statement':
      case 'import_from_statement':
        this.visitImport(node, scope);
        return;
      case 'future_import_statement':
      case 'global_statement':
      case 'nonlocal_statement':
        return;
      case 'case_clause':
        for (const child of node.children) {
          if (child.type === 'case_pattern') this.visitPattern(child, scope);
          else this.push([child], scope);
        }
        return;
      case 'type_alias_statement': {
        const [left, ...rest] = node.children;
        const name = left?.type === 'type' ? left.children[0] : left;
        if (name?.type === 'identifier') this.define(name, 'type', scope);
        else if (name !== undefined) this.push([name], scope);
        this.push(rest, scope);
        return;
      }
      default:
        this.push(node.children, scope);
    }
  }

  private visitFunction(node: Node, scope: MutableScope): void {
    const name = field(node, 'name');
    if (name !== undefined) this.define(name, 'def', scope);
    const inner = this.child('function', node, scope);
    this.visitParameters(field(node, 'parameters'), inner, scope);
    this.push([field(node, 'return_type')], scope);
    this.push([field(node, 'body')], inner);
  }

  private visitLambda(node: Node, scope: MutableScope): void {
    const inner = this.child('lambda', node, scope);
    this.visitParameters(field(node, 'parameters'), inner, scope);
    this.push([field(node, 'body')], inner);
  }

  private visitParameters(parameters: Node | undefined, inner: MutableScope, outer: MutableScope): void {
    for (const parameter of parameters?.children ?? []) {
      switch (parameter.type) {
        case 'default_parameter':
        case 'typed_default_parameter': {
          const name = field(parameter, 'name');
          if (name !== undefined) this.store(name, 'parameter', inner);
          this.push([field(parameter, 'type'), field(parameter, 'value')], outer);
          break;
        }
        case 'typed_parameter': {
          const [name] = parameter.children;
          if (name !== undefined) this.store(name, 'parameter', inner);
          this.push([field(parameter, 'type')], outer);
          break;
        }
        default:
          this.store(parameter, 'parameter', inner);
      }
    }
  }

  private visitClass(node: Node, scope: MutableScope): void {
    const name = field(node, 'name');
    if (name !== undefined) this.define(name, 'class', scope);
    const body = field(node, 'body');
    this.push(
      node.children.filter((child) => child !== name && child !== body),
      scope,
    );
    this.push([body], this.child('class', node, scope));
  }

  /** `[x for x in first if cond]`: only `first` is evaluated outside. */
  private visitComprehension(node: Node, scope: MutableScope): void {
    const inner = this.child('comprehension', node, scope);
    let first = true;
    for (const child of node.children) {
      if (child.type !== 'for_in_clause') {
        this.push([child], inner);
        continue;
      }
      const left = field(child, 'left');
      if (left !== undefined) this.store(left, 'for', inner);
      this.push(
        child.children.filter((part) => part !== left),
        first ? scope : inner,
      );
      first = false;
    }
  }

  private visitImport(node: Node, scope: MutableScope): void {
    const origin = field(node, 'module_name');
    const from = origin === undefined ? undefined : this.name(origin).replace(/\s/g, '');
    for (const child of node.children) {
      if (child.type === 'wildcard_import') this.starImports.push(node);
      if (child === origin || (child.type !== 'dotted_name' && child.type !== 'aliased_import')) continue;
      const dotted = child.type === 'aliased_import' ? field(child, 'name') : child;
      if (dotted === undefined) continue;
      const path = this.name(dotted).replace(/\s/g, '');
      const alias = child.type === 'aliased_import' ? field(child, 'alias') : undefined;
      const bound = alias ?? (dotted.children[0] as Node | undefined) ?? dotted;
      // import a.b  binds `a`;  import a.b as c  binds `c` to a.b;  from m import n  binds `n` to m.n
      const qualifiedName =
        from !== undefined ? `${from}.${path}` : alias !== undefined ? path : (path.split('.')[0] as string);
      this.define(bound, 'import', scope, undefined, qualifiedName);
    }
  }

  /** Captures of a match pattern: a lone name binds, a dotted one and a class are read. */
  private visitPattern(pattern: Node, scope: MutableScope): void {
    const stack: Node[] = [pattern];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'dotted_name') {
        const [name] = node.children;
        if (name === undefined) continue;
        const captures = node.children.length === 1 && node.parent?.type !== 'class_pattern' && this.name(name) !== '_';
        if (captures) this.define(name, 'pattern', scope);
        else this.loads.push([name, scope]);
      } else if (node.type === 'identifier') {
        const keyword = node.parent?.type === 'keyword_pattern' && node.parent.children[0] === node;
        if (!keyword && this.name(node) !== '_') this.define(node, 'pattern', scope);
      } else {
        stack.push(...node.children);
      }
    }
  }

  /** An assignment target: names bind, what an attribute or a subscript hangs on is read. */
  private store(target: Node, kind: DefinitionKind, scope: MutableScope, value?: Node): void {
    const stack: Node[] = [target];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      switch (node.type) {
        case 'identifier':
          this.define(node, kind, scope, node === target ? value : undefined);
          break;
        case 'pattern_list':
        case 'tuple_pattern':
        case 'list_pattern':
        case 'list_splat_pattern':
        case 'dictionary_splat_pattern':
        case 'parenthesized_expression':
        case 'expression_list':
        case 'tuple':
        case 'list':
        case 'list_splat':
          stack.push(...node.children);
          break;
        default:
          this.push([node], scope);
      }
    }
  }

  private define(node: Node, kind: DefinitionKind, scope: MutableScope, value?: Node, qualifiedName?: string): void {
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

  private bind(node: Node, scope: MutableScope): MutableBinding {
    const name = this.name(node);
    const binding = this.find(name, scope) ?? this.bindingIn(this.moduleScope, name);
    this.identifiers.set(node, binding);
    return binding;
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

function outsideComprehensions(scope: MutableScope): MutableScope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent !== undefined) at = at.parent;
  return at;
}

function enclosingScopeNode(node: Node): Node {
  let at = node;
  while (at.parent !== undefined) {
    at = at.parent;
    if (at.type === 'function_definition' || at.type === 'class_definition') break;
  }
  return at;
}

/** Whether `node`, below the child `child` of a scope's own node, belongs to the scope: a body does, a default or a base does not. */
function isInside(owner: Node, child: Node, node: Node): boolean {
  if (isComprehension(owner)) {
    const first = firstIterable(owner);
    return first === undefined || !contains(first, node);
  }
  return owner.type === 'module' || child.field === 'body';
}
