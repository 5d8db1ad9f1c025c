import { addAll } from '../text.js';
import { type DeclaredNames, findDeclared } from './declared.js';
import { field, type Node } from './node.js';
import { FoundScopes, type MutableScope } from './scope-table.js';
import type { DefinitionKind, ScopeKind, ScopeTable } from './scopes.js';

/** Reads every tree once and notes what it binds and what it reads. Iterative: input may be nested deep. */
export function walkScopes(roots: readonly Node[], text: string): ScopeTable {
  const table = new FoundScopes(roots, text);
  return new ScopeWalk(
    table,
    findDeclared(roots, (node) => table.name(node)),
  ).walk(roots);
}

class ScopeWalk {
  private readonly loads: [Node, MutableScope][] = [];
  private readonly pending: [Node, MutableScope][] = [];

  constructor(
    private readonly table: FoundScopes,
    private readonly declared: DeclaredNames,
  ) {}

  walk(roots: readonly Node[]): ScopeTable {
    this.push(roots, this.table.moduleScope);
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.visit(...next);
    for (const [node, scope] of this.loads) this.table.load(node, scope);
    return this.table.sort();
  }

  private child(kind: ScopeKind, node: Node, parent: MutableScope): MutableScope {
    const scope = this.table.open(kind, node, parent);
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
        if (name?.type === 'identifier') this.table.define(name, 'type', scope);
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
    if (name !== undefined) this.table.define(name, 'def', scope);
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
    if (name !== undefined) this.table.define(name, 'class', scope);
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
    const from = origin === undefined ? undefined : this.table.name(origin).replace(/\s/g, '');
    for (const child of node.children) {
      if (child.type === 'wildcard_import') this.table.starImports.push(node);
      if (child === origin || (child.type !== 'dotted_name' && child.type !== 'aliased_import')) continue;
      const dotted = child.type === 'aliased_import' ? field(child, 'name') : child;
      if (dotted === undefined) continue;
      const path = this.table.name(dotted).replace(/\s/g, '');
      const alias = child.type === 'aliased_import' ? field(child, 'alias') : undefined;
      const bound = alias ?? (dotted.children[0] as Node | undefined) ?? dotted;
      // import a.b  binds `a`;  import a.b as c  binds `c` to a.b;  from m import n  binds `n` to m.n
      const qualifiedName =
        from !== undefined ? `${from}.${path}` : alias !== undefined ? path : (path.split('.')[0] as string);
      this.table.define(bound, 'import', scope, undefined, qualifiedName);
    }
  }

  /** Captures of a match pattern: a lone name binds, a dotted one and a class are read. */
  private visitPattern(pattern: Node, scope: MutableScope): void {
    const stack: Node[] = [pattern];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node.type === 'dotted_name') {
        const [name] = node.children;
        if (name === undefined) continue;
        const captures =
          node.children.length === 1 && node.parent?.type !== 'class_pattern' && this.table.name(name) !== '_';
        if (captures) this.table.define(name, 'pattern', scope);
        else this.loads.push([name, scope]);
      } else if (node.type === 'identifier') {
        const keyword = node.parent?.type === 'keyword_pattern' && node.parent.children[0] === node;
        if (!keyword && this.table.name(node) !== '_') this.table.define(node, 'pattern', scope);
      } else {
        addAll(stack, node.children);
      }
    }
  }

  /** An assignment target: names bind, what an attribute or a subscript hangs on is read. */
  private store(target: Node, kind: DefinitionKind, scope: MutableScope, value?: Node): void {
    const stack: Node[] = [target];
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      switch (node.type) {
        case 'identifier':
          this.table.define(node, kind, scope, node === target ? value : undefined);
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
          addAll(stack, node.children);
          break;
        default:
          this.push([node], scope);
      }
    }
  }
}

function outsideComprehensions(scope: MutableScope): MutableScope {
  let at = scope;
  while (at.kind === 'comprehension' && at.parent !== undefined) at = at.parent;
  return at;
}
