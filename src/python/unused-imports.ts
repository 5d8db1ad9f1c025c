import type { Edit, Range } from '../text.js';
import type { Module } from './module.js';
import { fields, type Node, statementOf } from './node.js';
import type { Binding } from './scopes.js';
import { findTextUse } from './text-uses.js';

/**
 * Import statements, or single names of them, that no reference is left for once `edits` are made. Only names that the
 * edits took the last use of; an import that was unused before is not ours to judge.
 */
export function findUnusedImports(
  module: Module,
  edits: readonly Edit[],
  isOurs: (qualifiedName: string) => boolean,
): readonly Node[] {
  const bindings = module.scopes.scopes.flatMap((scope) => [...scope.bindings.values()]);
  return bindings
    .filter((binding) => isImportOf(binding, isOurs) && binding.references.length > 0)
    .filter((binding) => !isRead(binding, edits, module) && !isMentioned(binding.name, edits, module))
    .flatMap((binding) => binding.definitions.map((definition) => definition.node));
}

/**
 * Statements, out of `candidates`, that bind names nothing reads any more once `edits` are made and they are gone
 * themselves: a helper whose last call went, the flag of the last guard.
 */
export function findUnusedStatements(
  module: Module,
  candidates: readonly Node[],
  edits: readonly Edit[],
): readonly Node[] {
  const bindings = module.scopes.scopes.flatMap((scope) => [...scope.bindings.values()]);
  let unused = candidates;
  for (;;) {
    const gone = [...edits, ...unused.map(({ start, end }) => ({ start, end, text: '' }))];
    const left = unused.filter((statement) =>
      bindings
        .filter((binding) => binding.definitions.some(({ node }) => isCovered(node, [statement])))
        .every((binding) => {
          const isFunction = binding.definitions.some((definition) => definition.kind === 'def');
          return !isRead(binding, gone, module) && !isMentioned(binding.name, isFunction ? edits : [], module);
        }),
    );
    if (left.length === unused.length) return left;
    unused = left;
  }
}

function isRead(binding: Binding, edits: readonly Edit[], module: Module): boolean {
  const removed = edits.filter((edit) => edit.end > edit.start);
  return binding.references.some((reference) => !isCovered(reference, removed)) || isExported(module, binding.name);
}

/** `import time as _time`: reads no name. */
const IMPORT_LINES = /^(?:import|from) [^;(]*$/gm;

/** Whether text that is no reference may use the name: what is inserted, a cell that does not parse, a magic. */
function isMentioned(name: string, edits: readonly Edit[], module: Module): boolean {
  const { code } = module.document;
  const word = new RegExp(`(?<![\\w.])${name}\\b`);
  const removed = edits.filter((edit) => edit.end > edit.start);
  const hidden = module.document.magics.map((magic) => code.slice(magic.start, magic.end)).join('\n');
  return (
    edits.some((edit) => word.test(edit.text.replace(IMPORT_LINES, ''))) ||
    module.faults.some((fault) => word.test(code.slice(fault.cell.start, fault.cell.end))) ||
    isMentionedInMagic(module, hidden, word, removed) ||
    findTextUse(name, module, removed) !== undefined
  );
}

/** What takes imported names away: whole statements where no name of them stays, else edits inside of them. */
export function removeImportedNames(names: readonly Node[]): {
  readonly statements: readonly Node[];
  readonly edits: readonly Edit[];
} {
  const statements: Node[] = [];
  const edits: Edit[] = [];
  for (const statement of new Set(names.map((name) => statementOf(name)))) {
    const items = fields(statement, 'name');
    const isGone = (item: Node) => names.some((name) => item.start <= name.start && name.end <= item.end);
    if (items.length <= 1 || items.every(isGone)) statements.push(statement);
    else edits.push(...removeItems(items, isGone));
  }
  return { statements, edits };
}

/** `a, b, c` without `b` → `a, c`; without `b` and `c` → `a` */
function removeItems(items: readonly Node[], isGone: (item: Node) => boolean): readonly Edit[] {
  return items.flatMap((item, index): readonly Edit[] => {
    const previous = items[index - 1];
    if (!isGone(item) || (previous !== undefined && isGone(previous))) return [];
    const next = items.slice(index).find((other) => !isGone(other));
    if (next !== undefined) return [{ start: item.start, end: next.start, text: '' }];
    return [{ start: (previous as Node).end, end: (items.at(-1) as Node).end, text: '' }];
  });
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
    return magic.kind !== 'shell' && !/^(?:pip|conda|mamba|uv)$/.test(magic.name) && word.test(text);
  });
}

function isExported(module: Module, name: string): boolean {
  const all = module.scopes.moduleScope.bindings.get('__all__')?.definitions ?? [];
  return all.some((definition) => new RegExp(`["']${name}["']`).test(module.text(definition.statement)));
}
