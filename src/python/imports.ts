import { type Edit, lineBreak, lineEnd, lineStart, type Range } from '../text.js';
import type { Module } from './module.js';
import { type Node, statementOf } from './node.js';
import type { Binding } from './scopes.js';

/**
 * A spelling of `qualifiedName` that works at `at`, with the edits that make it so.
 *
 *     asyncio.run  at a place where `import asyncio as aio` has run   →  aio.run, no edits
 *     asyncio.run  where nothing is imported                         →  asyncio.run, `import asyncio` where imports are
 *     asyncio.run  where the file has an `asyncio` of its own         →  _asyncio.run, `import asyncio as _asyncio`
 */
export function planImport(
  module: Module,
  qualifiedName: string,
  at: Node,
): { readonly name: string; readonly edits: readonly Edit[] } {
  const dot = qualifiedName.indexOf('.');
  const root = dot === -1 ? qualifiedName : qualifiedName.slice(0, dot);
  const rest = dot === -1 ? '' : qualifiedName.slice(dot);
  const known = findImported(module, root, at);
  if (known !== undefined) return { name: known + rest, edits: [] };
  const taken = module.scopes.lookup(root, at);
  const free = taken === undefined || taken.definitions.every((definition) => definition.qualifiedName === root);
  const name = free ? root : freshName(module, `_${root}`);
  const line = name === root ? `import ${root}` : `import ${root} as ${name}`;
  return { name: name + rest, edits: [insertImport(module, line, at)] };
}

/** A name that the file uses nowhere: `base`, `base_2`, `base_3` … */
export function freshName(module: Module, base: string): string {
  const isTaken = (name: string) => new RegExp(`\\b${name}\\b`).test(module.document.code);
  let name = base;
  for (let n = 2; isTaken(name); n++) name = `${base}_${n}`;
  return name;
}

/** An insertion of one import line where imports stand: in front of the first one, else behind the docstring and `__future__`. */
export function insertImport(module: Module, line: string, at: Node): Edit {
  const { code } = module.document;
  const eol = lineBreak(code);
  const place = findImportPlace(module, at);
  const start = lineStart(code, place.start);
  if (place.before) return { start, end: start, text: line + eol, once: true };
  const end = lineEnd(code, place.end);
  const open = end === place.end && !code.slice(0, end).endsWith('\n') ? eol : '';
  return { start: end, end, text: open + line + eol, once: true };
}

/**
 * Import statements, or single names of them, that no reference is left for once `edits` are made. Only names that the
 * edits took the last use of; an import that was unused before is not ours to judge.
 */
export function findUnusedImports(
  module: Module,
  edits: readonly Edit[],
  isOurs: (qualifiedName: string) => boolean,
): readonly Node[] {
  const removed = edits.filter((edit) => edit.end > edit.start);
  const inserted = edits.map((edit) => edit.text).join('\n');
  const unparsed = module.faults
    .map((fault) => module.document.code.slice(fault.cell.start, fault.cell.end))
    .join('\n');
  const hidden = module.document.magics.map((magic) => module.document.code.slice(magic.start, magic.end)).join('\n');
  const found: Node[] = [];
  for (const binding of module.scopes.scopes.flatMap((scope) => [...scope.bindings.values()])) {
    if (!isImportOf(binding, isOurs) || binding.references.length === 0) continue;
    const gone = binding.references.every((reference) => isCovered(reference, removed));
    const word = new RegExp(`(?<![\\w.])${binding.name}\\b`);
    const mentioned =
      word.test(inserted) ||
      word.test(unparsed) ||
      isMentionedInMagic(module, hidden, word, removed) ||
      isExported(module, binding.name);
    if (gone && !mentioned) found.push(...binding.definitions.map((definition) => definition.node));
  }
  return found;
}

/** The edits that take one imported name away; the whole statement's node where it was the only one. */
export function removeImportedName(name: Node): { readonly statement: Node } | { readonly edit: Edit } {
  const statement = statementOf(name);
  const items = statement.children.filter((child) => child.field === 'name');
  const index = items.findIndex((item) => item.start <= name.start && name.end <= item.end);
  if (items.length <= 1 || index === -1) return { statement };
  const item = items[index] as Node;
  const next = items[index + 1];
  const previous = items[index - 1];
  if (next !== undefined) return { edit: { start: item.start, end: next.start, text: '' } };
  return { edit: { start: (previous as Node).end, end: item.end, text: '' } };
}

function isImportOf(binding: Binding, isOurs: (qualifiedName: string) => boolean): boolean {
  return (
    binding.definitions.length > 0 &&
    binding.definitions.every(
      (definition) => definition.qualifiedName !== undefined && isOurs(definition.qualifiedName),
    )
  );
}

function isCovered(node: Range, removed: readonly Range[]): boolean {
  return removed.some((range) => range.start <= node.start && node.end <= range.end);
}

/** `%timeit asyncio.run(f())` has a visible body and is judged by its nodes; a name in masked text may be a use. */
function isMentionedInMagic(module: Module, hidden: string, word: RegExp, removed: readonly Range[]): boolean {
  if (!word.test(hidden)) return false;
  return module.document.magics.some((magic) => {
    if (isCovered(magic, removed)) return false;
    const { code } = module.document;
    const text =
      magic.body === undefined ? code.slice(magic.start, magic.end) : code.slice(magic.start, magic.body.start);
    return magic.kind !== 'shell' && word.test(text);
  });
}

function isExported(module: Module, name: string): boolean {
  const all = module.scopes.moduleScope.bindings.get('__all__')?.definitions ?? [];
  return all.some((definition) => new RegExp(`["']${name}["']`).test(module.text(definition.statement)));
}

/** A name that means the module `root` wherever `at` runs: bound by imports only, one of them at module level in front of it. */
function findImported(module: Module, root: string, at: Node): string | undefined {
  for (
    let scope: ReturnType<Module['scopes']['scopeAt']> | undefined = module.scopes.scopeAt(at);
    scope !== undefined;
    scope = scope.parent
  ) {
    for (const binding of scope.bindings.values()) {
      if (
        binding.definitions.length === 0 ||
        !binding.definitions.every((definition) => definition.qualifiedName === root)
      )
        continue;
      const visible = module.scopes.lookup(binding.name, at) === binding;
      if (
        visible &&
        binding.definitions.some((definition) =>
          hasRun(definition.statement, at, scope === module.scopes.moduleScope, module),
        )
      )
        return binding.name;
    }
  }
  return undefined;
}

/** Whether an import has run by the time `at` runs: it stands at the same level in front of it, or `at` is inside a function. */
function hasRun(statement: Node, at: Node, atModuleLevel: boolean, module: Module): boolean {
  if (statement.start < at.start) return !atModuleLevel || isUnconditional(statement, at);
  return (
    atModuleLevel &&
    module.standing(at).kind !== 'module' &&
    module.standing(at).kind !== 'main-guard' &&
    isUnconditional(statement, at)
  );
}

/** At the top of its cell, or in a block (`if`, `try`) that `at` stands in too. */
function isUnconditional(statement: Node, at: Node): boolean {
  const block = statement.parent;
  if (block === undefined || block.type === 'module') return true;
  if (block.start <= at.start && at.end <= block.end) return true;
  const owner = block.parent;
  return owner?.type === 'try_statement' || owner?.type === 'with_statement';
}

interface Place extends Range {
  readonly before: boolean;
}

function findImportPlace(module: Module, at: Node): Place {
  const roots = module.roots.filter((root) => root.start <= at.start);
  for (const root of roots) {
    const first = root.children.find(
      (child) => child.type === 'import_statement' || child.type === 'import_from_statement',
    );
    if (first !== undefined && first.start <= at.start) return { start: first.start, end: first.end, before: true };
  }
  const own = roots[roots.length - 1] ?? module.roots[0];
  const [head] = own?.children ?? [];
  if (own === undefined || head === undefined) return { start: 0, end: 0, before: true };
  let last: Node | undefined;
  for (const child of own.children) {
    const isDocstring =
      child.type === 'expression_statement' && child.children[0]?.type === 'string' && last === undefined;
    if (isDocstring || child.type === 'future_import_statement') last = child;
    else if (child.type !== 'comment') break;
  }
  if (last !== undefined) return { start: last.start, end: last.end, before: false };
  const first = own.children.find((child) => child.type !== 'comment') ?? head;
  return { start: first.start, end: first.end, before: true };
}
