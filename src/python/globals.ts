import { contains, type Range } from '../text.js';
import { isBuiltin } from './builtins.js';
import type { Module } from './module.js';
import { ancestors, field, type Node } from './node.js';
import type { Binding, Definition } from './scopes.js';
import { enclosingFunction } from './standing.js';

/**
 * The names that a function made of module-level statements must declare `global`, in the order they are bound: those its
 * statements bind and something outside uses, and those that may be read before they are bound (semantics.md §6.1-§6.15,
 * rule 47). All others become its locals.
 *
 * @param moved the statements that move, in order
 */
export function findGlobals(module: Module, moved: readonly Node[]): readonly string[] {
  const inside = (node: Range) => moved.some((statement) => contains(statement, node));
  const found: { readonly name: string; readonly at: number }[] = [];
  for (const binding of module.scopes.moduleScope.bindings.values()) {
    const own = binding.definitions.filter((definition) => inside(definition.node) && isDirect(definition.node));
    const [first] = own;
    if (first === undefined) continue;
    if (mustBeGlobal({ module, binding, own, inside, moved })) found.push({ name: binding.name, at: first.node.start });
  }
  return found.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

/** The names that the statements bind themselves, as they would bind locals of a function. */
export function namesBoundBy(module: Module, statements: readonly Node[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const binding of module.scopes.moduleScope.bindings.values()) {
    const bound = binding.definitions.some(
      ({ node }) => isDirect(node) && statements.some((statement) => contains(statement, node)),
    );
    if (bound) names.add(binding.name);
  }
  return names;
}

interface Question {
  readonly module: Module;
  readonly binding: Binding;
  /** Definitions that would become those of a local. */
  readonly own: readonly Definition[];
  readonly moved: readonly Node[];
  inside(node: Range): boolean;
}

function mustBeGlobal(question: Question): boolean {
  const { module, binding, own, inside, moved } = question;
  const others = binding.definitions.filter((definition) => !own.includes(definition));
  // def f(): global counter; counter += 1
  if (others.some(({ node }) => enclosingFunction(node) !== undefined || !isDirect(node))) return true;
  const end = moved[moved.length - 1]?.end ?? 0;
  if (binding.references.some((use) => !inside(use) && (isDeferred(use) || use.start >= end))) return true;
  if (/^__\w+__$/.test(binding.name) || isSharedWithClassBody(question) || isNamedInText(question)) return true;
  if (own.some(({ kind }) => kind === 'def' || kind === 'class') && needsModuleScope(module)) return true;
  const outerValue = others.length > 0 || isBuiltin(binding.name) || module.scopes.starImports.length > 0;
  return (outerValue && !isBoundBeforeRead(question)) || isReadWhenGone(question);
}

/** `del x; print(x)`: a global is missing with a NameError, a local with an UnboundLocalError. */
function isReadWhenGone({ binding, own, inside }: Question): boolean {
  const [gone] = own.filter(({ kind }) => kind === 'del').map(({ statement }) => statement.end);
  return gone !== undefined && binding.references.some((read) => inside(read) && read.start > gone);
}

/** Runs in the statement's own scope: not in a def, a lambda or a class body. */
function isDirect(node: Node): boolean {
  let child = node;
  for (const up of ancestors(node)) {
    const opensScope = up.type === 'function_definition' || up.type === 'lambda' || up.type === 'class_definition';
    if (opensScope && child.field === 'body') return false;
    child = up;
  }
  return true;
}

/** Read later than it stands: in a def, a lambda, a generator expression. */
function isDeferred(use: Node): boolean {
  if (enclosingFunction(use) !== undefined) return true;
  for (const up of ancestors(use)) if (up.type === 'generator_expression') return true;
  return false;
}

/** A class body that binds the name too reads it from the module, not from the function around it (§6.14). */
function isSharedWithClassBody({ module, binding, inside }: Question): boolean {
  return module.scopes.scopes.some(
    (scope) =>
      scope.kind === 'class' &&
      inside(scope.node) &&
      (scope.bindings.get(binding.name)?.references ?? []).some(
        (read) => enclosingFunction(read) === enclosingFunction(scope.node),
      ),
  );
}

/** `__all__ = ["name"]`, a magic's text, a cell that does not parse: uses that are no identifiers. */
function isNamedInText({ module, binding }: Question): boolean {
  const { code, magics } = module.document;
  const word = new RegExp(`\\b${binding.name}\\b`);
  const all = module.scopes.moduleScope.bindings.get('__all__')?.definitions ?? [];
  return [...all.map(({ statement }) => statement), ...magics, ...module.faults.map((fault) => fault.cell)].some(
    (range) => word.test(code.slice(range.start, range.end)),
  );
}

/** A def or class that is looked up by its module: pickled, sent to a process, named in a postponed annotation (§6.30-§6.35). */
function needsModuleScope(module: Module): boolean {
  for (const statement of module.find('future_import_statement')) {
    if (/\bannotations\b/.test(module.text(statement))) return true;
  }
  return module.scopes.scopes.some((scope) =>
    [...scope.bindings.values()].some((binding) =>
      binding.definitions.some(({ qualifiedName }) =>
        /^(?:pickle|multiprocessing|concurrent|dill|joblib)\b/.test(qualifiedName ?? ''),
      ),
    ),
  );
}

/** Whether every read of the name comes behind a statement that surely binds it. */
function isBoundBeforeRead({ binding, own, inside, moved }: Question): boolean {
  if (own.some(({ kind, node }) => kind === 'del' || isExceptName(node))) return false;
  const sure = own.filter(({ kind }) => SURE.test(kind)).map(({ statement }) => statement);
  // for id in ids: print(id)   read in the body alone
  const bodies = own.flatMap(({ kind, statement }) =>
    kind === 'for' || kind === 'as' ? (field(statement, 'body') ?? []) : [],
  );
  return binding.references
    .filter(inside)
    .every(
      (read) =>
        sure.some((statement) => comesBehind(read, statement, moved)) || bodies.some((body) => contains(body, read)),
    );
}

const SURE = /^(?:assignment|import|def|class)$/;

/**
 * Whether a node is reached only after a statement in front of it has run: in the same block, or deeper.
 *
 *     with open(path) as file:
 *         client = Client()       client = …   the second one runs in any case
 *         client.send(file)
 */
function comesBehind(node: Node, statement: Node, moved: readonly Node[]): boolean {
  const block = statement.parent;
  const isSibling = moved.includes(statement) || (block !== undefined && contains(block, node));
  return isSibling && statement.end <= node.start;
}

function isExceptName(node: Node): boolean {
  for (const up of ancestors(node)) {
    if (up.type === 'except_clause' || up.type === 'except_group_clause') return true;
    if (up.type === 'block' || up.type === 'module') return false;
  }
  return false;
}
