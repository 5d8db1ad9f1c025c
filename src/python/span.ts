import { contains, lineEnd, lineStart } from '../text.js';
import { isBuiltin } from './builtins.js';
import { findClass, getBases, getLineage, getMethods } from './classes.js';
import { readsState } from './definition-state.js';
import { findDynamicAccess } from './dynamic.js';
import { findGlobals, namesBoundBy } from './globals.js';
import { mayImportEarlier } from './import-order.js';
import type { Module } from './module.js';
import { descendants, field, type Node } from './node.js';
import { enclosingFunction } from './standing.js';
import { hasEffect, isStandardLibrary } from './stdlib.js';

/**
 * Module-level statements that become the body of one function, from one of them to the end of the module; what of them
 * stays outside, and which names the function declares `global` (semantics.md section 6, rules 46-52).
 */
export interface Span {
  /** The statements that move into the function, in order. */
  readonly moved: readonly Node[];
  /** Imports, defs, classes and the like that go in front of the function, in order. */
  readonly lifted: readonly Node[];
  /** Imports that say again what one in front has said. */
  readonly repeated: readonly Node[];
  readonly globals: readonly string[];
  /** Why the statements cannot move. */
  readonly obstacle: Obstacle | undefined;
}

export interface Obstacle {
  readonly kind: 'dynamic' | 'star-import' | 'annotation';
  readonly at: Node;
}

/** Statements at the top of the module, over all of its cells, in order. */
export function topLevel(module: Module): readonly Node[] {
  return module.roots.flatMap((root) => root.children.filter((child) => child.type !== 'comment'));
}

/**
 * @param statements neighbours at one level, the last ones of it
 * @param stays whether a statement has to run where it stands: it holds a site, it needs a loop
 */
export function takeSpan(module: Module, statements: readonly Node[], stays: (statement: Node) => boolean): Span {
  const repeated = statements.filter(
    (statement) => isRepeatedImport(statement, module) && isAlone(statement, statements, module),
  );
  const rest = statements.filter((statement) => !repeated.includes(statement));
  let lifted = rest.filter(
    (statement) => isAlone(statement, statements, module) && !stays(statement) && isLiftable(statement),
  );
  for (;;) {
    const moved = rest.filter((statement) => !lifted.includes(statement));
    const bound = namesBoundBy(module, moved);
    const kept = lifted.filter((statement) => mayLeave(statement, moved, bound, module));
    if (kept.length === lifted.length) break;
    lifted = kept;
  }
  const moved = rest.filter((statement) => !lifted.includes(statement) && statement.type !== 'global_statement');
  const globals = findGlobals(module, moved);
  return { moved, lifted, repeated, globals, obstacle: findObstacle(module, moved, globals) };
}

function findObstacle(module: Module, moved: readonly Node[], globals: readonly string[]): Obstacle | undefined {
  const star = module.scopes.starImports.find((node) => moved.some((statement) => contains(statement, node)));
  if (star !== undefined) return { kind: 'star-import', at: star };
  const bound = namesBoundBy(module, moved);
  const dynamic = findDynamicAccess(module, moved, bound);
  if (dynamic !== undefined) return { kind: 'dynamic', at: dynamic };
  const annotated = moved.flatMap((statement) => annotatedGlobals(statement, module, globals));
  // x: K = 1   is split, and its annotation stays outside: not where the moved statements make K
  const at = annotated.find(
    (node) => field(node, 'right') === undefined || reads(field(node, 'type') as Node, bound, module),
  );
  return at === undefined ? undefined : { kind: 'annotation', at };
}

/** `x: int = 1` of a name that is declared global, which is a SyntaxError (§6.6). */
export function annotatedGlobals(statement: Node, module: Module, globals: readonly string[]): readonly Node[] {
  return [...module.find('assignment', statement)].filter((node) => {
    const left = field(node, 'left');
    const own = module.scopes.bindingOf(left as Node)?.scope.kind === 'module';
    return (
      left?.type === 'identifier' && own && field(node, 'type') !== undefined && globals.includes(module.text(left))
    );
  });
}

/** `a = 1; import b`: statements on one line move together. */
function isAlone(statement: Node, statements: readonly Node[], module: Module): boolean {
  const { code } = module.document;
  const index = statements.indexOf(statement);
  const before = statements[index - 1];
  const after = statements[index + 1];
  return (
    (before === undefined || before.end <= lineStart(code, statement.start)) &&
    (after === undefined || statement.end <= lineStart(code, after.start))
  );
}

/** Of a kind that a module keeps at its top. */
function isLiftable(statement: Node): boolean {
  switch (statement.type) {
    case 'import_statement':
    case 'import_from_statement':
    case 'future_import_statement':
    case 'function_definition':
    case 'class_definition':
    case 'decorated_definition':
    case 'type_alias_statement':
      return true;
    case 'expression_statement': {
      const [only] = statement.children;
      if (only?.type !== 'assignment') return false;
      // x: int
      return field(only, 'right') === undefined && field(only, 'left')?.type === 'identifier';
    }
    default:
      return false;
  }
}

function mayLeave(statement: Node, moved: readonly Node[], bound: ReadonlySet<string>, module: Module): boolean {
  const before = moved.filter((other) => other.start < statement.start);
  switch (statement.type) {
    case 'future_import_statement':
      return true;
    case 'import_statement':
    case 'import_from_statement':
      return mayImportEarlier(statement, before, module);
    case 'function_definition':
    case 'class_definition':
    case 'decorated_definition':
      return (
        isBoundOnce(statement, before, module) &&
        !readsWhenDefined(statement, bound, module) &&
        (before.length === 0 || !readsState(evaluatedNodes(statement), module)) &&
        hasNoEffect(statement, module)
      );
    case 'expression_statement':
      return !reads(field(statement.children[0], 'type') as Node, bound, module);
    default:
      return !reads(statement, bound, module);
  }
}

/** Imports that the module has made in front, at its top and under the same names. */
function isRepeatedImport(statement: Node, module: Module): boolean {
  if (statement.type !== 'import_statement' && statement.type !== 'import_from_statement') return false;
  const { code } = module.document;
  const commented = code.slice(statement.end, lineEnd(code, statement.end)).includes('#');
  if (commented || module.scopes.starImports.includes(statement)) return false;
  const bindings = [...module.scopes.moduleScope.bindings.values()].filter((binding) =>
    binding.definitions.some((definition) => definition.statement === statement),
  );
  const spelled = (node: Node) => module.text(node).replace(/\s+/g, ' ');
  return (
    bindings.length > 0 &&
    bindings.every(({ definitions }) => {
      const same = new Set(definitions.map(({ qualifiedName }) => qualifiedName)).size === 1;
      return (
        same &&
        definitions.some(
          (it) =>
            it.statement.start < statement.start && isTop(it.statement) && spelled(it.statement) === spelled(statement),
        )
      );
    })
  );
}

function isTop(statement: Node): boolean {
  return statement.parent?.type === 'module';
}

/** The only thing of its name, which nothing has used before: it would have met a NameError, or a builtin. */
function isBoundOnce(statement: Node, before: readonly Node[], module: Module): boolean {
  const definition = statement.type === 'decorated_definition' ? field(statement, 'definition') : statement;
  const name = module.text(field(definition as Node, 'name') as Node);
  const binding = module.scopes.moduleScope.bindings.get(name);
  if (binding === undefined || binding.definitions.length !== 1) return false;
  const uses = binding.references.filter((use) => before.some((other) => contains(other, use)));
  return uses.every((use) => enclosingFunction(use) !== undefined && !isBuiltin(name));
}

function reads(root: Node, bound: ReadonlySet<string>, module: Module): boolean {
  for (const node of descendants(root)) if (isReadOf(node, bound, module)) return true;
  return false;
}

/** Whether a def or class reads one of these names where it stands, before anything calls it. */
export function readsWhenDefined(statement: Node, bound: ReadonlySet<string>, module: Module): boolean {
  for (const node of evaluatedNodes(statement)) if (isReadOf(node, bound, module)) return true;
  return false;
}

function isReadOf(node: Node, bound: ReadonlySet<string>, module: Module): boolean {
  if (node.type !== 'identifier' || !bound.has(module.text(node))) return false;
  // class K: value = base; base = 2   the first one is the module's (§6.14)
  const kind = module.scopes.bindingOf(node)?.scope.kind;
  return kind === 'module' || kind === 'class';
}

/** What of a def or class is evaluated where it stands: decorators, defaults, annotations, bases, a class's body. */
function* evaluatedNodes(root: Node): Generator<Node> {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node;
    const deferred = node.type === 'function_definition' || node.type === 'lambda';
    for (const child of node.children) if (!(deferred && child.field === 'body')) stack.push(child);
  }
}

/** Defining it earlier shows nowhere: its decorators wrap, its class body computes. */
function hasNoEffect(statement: Node, module: Module): boolean {
  for (const node of evaluatedNodes(statement)) {
    if (node.type === 'class_definition' && runsWhenMade(node, module)) return false;
    if (node.type === 'decorator' && !isQuietDecorator(node, module)) return false;
    if (node.type === 'call' && node.parent?.type !== 'decorator' && !isQuiet(field(node, 'function') as Node, module))
      return false;
  }
  return true;
}

/** A class of this file that is made by code of this file: `__init_subclass__` of a base, a metaclass. */
function runsWhenMade(definition: Node, module: Module): boolean {
  const [, ...bases] = getLineage(definition, module);
  const own = (name: string) => bases.some((base) => getMethods(base, name, module).length > 0);
  if (own('__init_subclass__')) return true;
  return [definition, ...bases].some((each) =>
    getBases(each).some(
      (base) => base.type === 'keyword_argument' && findClass(field(base, 'value') as Node, module) !== undefined,
    ),
  );
}

function isQuietDecorator(decorator: Node, module: Module): boolean {
  const expression = decorator.children.find((child) => child.type !== 'comment');
  if (expression === undefined) return false;
  const callee = expression.type === 'call' ? (field(expression, 'function') as Node) : expression;
  const name = module.resolve(callee);
  if (name !== undefined) return isStandardLibrary(name) && !hasEffect(name);
  // @value.setter
  if (callee.type === 'attribute' && /\.(?:setter|getter|deleter)$/.test(module.text(callee))) return true;
  return isWrapper(callee, module);
}

/** A function or class of a library: what it computes shows nowhere else. */
function isQuiet(callee: Node, module: Module): boolean {
  const name = module.resolve(callee);
  return name !== undefined && !hasEffect(name);
}

/** A decorator of this file that calls nothing when it decorates, but `functools.wraps`. */
function isWrapper(callee: Node, module: Module): boolean {
  const definitions = callee.type === 'identifier' ? (module.scopes.bindingOf(callee)?.definitions ?? []) : [];
  const [only] = definitions;
  const body = definitions.length === 1 && only?.kind === 'def' ? field(only.node.parent, 'body') : undefined;
  if (body === undefined) return false;
  for (const node of evaluatedNodes(body)) {
    if (node.type === 'global_statement' || node.type === 'nonlocal_statement') return false;
    if (node.type === 'assignment' && field(node, 'left')?.type !== 'identifier') return false;
    if (node.type === 'call' && module.resolve(field(node, 'function') as Node) !== 'functools.wraps') return false;
  }
  return true;
}
