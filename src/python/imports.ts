import { type Edit, indentation, lineBreak, lineEnd, lineStart, type Range } from '../text.js';
import { isBuiltin } from './builtins.js';
import type { Module } from './module.js';
import { fields, type Node } from './node.js';
import type { Binding, Definition } from './scopes.js';
import { moduleOf } from './stdlib.js';

/**
 * A spelling of `qualifiedName` that works at `at`, with the edits that make it so.
 *
 *     json.dumps  at a place where `import json as j` has run          →  j.dumps, no edits
 *     json.dumps  where `from json import dumps` has run, and no more  →  dumps, no edits
 *     json.dumps  where nothing is imported                            →  json.dumps, `import json` where imports are
 *     datetime.timezone  beside `from datetime import datetime`        →  timezone, `from datetime import timezone`
 *     json.dumps  where the file has a `json` of its own               →  _json.dumps, `import json as _json`
 *
 * @param wanted a qualified name; a colon ends the module's part where that is open to doubt: `flask:current_app.config`
 * @throws where it is
 */
export function planImport(
  module: Module,
  wanted: string,
  at: Node,
): { readonly name: string; readonly edits: readonly Edit[] } {
  const root = rootOf(wanted);
  const qualifiedName = wanted.replace(':', '.');
  const rest = qualifiedName.slice(root.length);
  const known = findImported(module, root, at);
  if (known !== undefined) return { name: known + rest, edits: [] };
  const itself = rest === '' ? undefined : findImported(module, qualifiedName, at);
  if (itself !== undefined) return { name: itself, edits: [] };
  const first = root.split('.')[0] as string;
  const taken = module.scopes.lookup(first, at);
  const free = taken === undefined || taken.definitions.every((definition) => definition.qualifiedName === first);
  if (!free && isBeside(taken, rest, root, module)) {
    return { name: rest.slice(1), edits: insertImport(module, `from ${root} import ${rest.slice(1)}`, at) };
  }
  const name = free ? root : freshName(module, `_${root.replace('.', '_')}`);
  const line = name === root ? `import ${root}` : `import ${root} as ${name}`;
  return { name: name + rest, edits: insertImport(module, line, at) };
}

/** What has the module's name came out of it, and the part that is wanted can stand beside it: nothing else is called that. */
function isBeside({ definitions }: Binding, rest: string, root: string, module: Module): boolean {
  const name = rest.slice(1);
  const isPart = /^\w+$/.test(name) && !isBuiltin(name) && freshName(module, name) === name;
  return isPart && definitions.every(({ qualifiedName }) => qualifiedName?.startsWith(`${root}.`));
}

function rootOf(wanted: string): string {
  const colon = wanted.indexOf(':');
  const root = colon === -1 ? moduleOf(wanted) : wanted.slice(0, colon);
  if (root !== undefined) return root;
  const example = wanted.replace(/\.(\w+)$/, ':$1');
  throw new Error(`importing(\`${wanted}\`): a colon has to say where the module's name ends, such as \`${example}\``);
}

/** A name that the file uses nowhere: `base`, `base_2`, `base_3` … */
export function freshName(module: Module, base: string): string {
  const isTaken = (name: string) => new RegExp(`\\b${name}\\b`).test(module.document.code);
  let name = base;
  for (let n = 2; isTaken(name); n++) name = `${base}_${n}`;
  return name;
}

/**
 * One import line where imports stand: in front of the first one that does not sort before it, else behind the docstring
 * and `__future__`, parted by blank lines from what is no import.
 */
export function insertImport(module: Module, line: string, at: Node): readonly Edit[] {
  const { code } = module.document;
  const eol = lineBreak(code);
  const place = findImportPlace(module, at);
  // a cell may be indented as a whole
  const own = indentation(code, place.start) + line;
  const once = (offset: number, text: string): Edit => ({ start: offset, end: offset, text, once: true });
  if (place.kind === 'among-imports')
    return [once(behindSorted(module, lineStart(code, place.start), line), own + eol)];
  if (place.kind === 'in-front-of')
    return [once(lineStart(code, place.start), own + eol), once(lineStart(code, place.start), eol.repeat(place.gap))];
  // """docstring"""⏎⏎import x⏎⏎…
  const end = lineEnd(code, place.end);
  const open = end === place.end && !code.slice(0, end).endsWith('\n') ? eol : '';
  const parted = /^[ \t]*(?:\r?\n|$)/.test(code.slice(end)) || end === code.length;
  if (open !== '') return [once(end, open + eol + own + eol)];
  // the blank line in front belongs to the docstring's line: several imports share it
  const behind = end - (/\r?\n$/.exec(code.slice(0, end))?.[0].length ?? 0);
  return [once(behind, eol), once(end, own + eol), ...(parted ? [] : [once(end, eol)])];
}

/** Lines of the standard library that sort before any module which is ever added here. */
const EARLY =
  /^import (?:abc|argparse|ast|asyncio|atexit|base64|bisect|collections|concurrent\.futures|contextlib)\r?\n/;

function behindSorted(module: Module, start: number, line: string): number {
  const { end } = module.document.cellAt(start);
  const found = EARLY.exec(module.document.code.slice(start, Math.min(end, start + 40)));
  if (found === null || found[0].trimEnd() >= line) return start;
  return behindSorted(module, start + found[0].length, line);
}

/** A name that means the module `root` wherever `at` runs: bound by imports only, one of them at module level in front of it. */
function findImported(module: Module, root: string, at: Node): string | undefined {
  for (
    let scope: ReturnType<Module['scopes']['scopeAt']> | undefined = module.scopes.scopeAt(at);
    scope !== undefined;
    scope = scope.parent
  ) {
    for (const binding of scope.bindings.values()) {
      const name = spellingOf(binding, root);
      if (name === undefined || module.scopes.lookup(binding.name, at) !== binding) continue;
      const inModule = scope === module.scopes.moduleScope;
      if (
        binding.definitions.some(
          (definition) => brings(definition, root, module) && hasRun(definition.statement, at, inModule, module),
        )
      )
        return name;
    }
  }
  return undefined;
}

/** How `root` is spelled through a name that only imports bind: `import a.b` binds `a`, and `a.b` it is. */
function spellingOf({ name, definitions }: Binding, root: string): string | undefined {
  const [first] = definitions;
  if (first?.qualifiedName === undefined || definitions.some((other) => other.qualifiedName !== first.qualifiedName))
    return undefined;
  if (first.qualifiedName === root) return name;
  return root.startsWith(`${name}.`) && first.qualifiedName === name ? root : undefined;
}

function brings(definition: Definition, root: string, module: Module): boolean {
  if (definition.qualifiedName === root) return true;
  // import concurrent.futures, os
  return fields(definition.statement, 'name').some((item) => module.text(item) === root);
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
  readonly kind: 'among-imports' | 'in-front-of' | 'behind';
  /** Blank lines between the import and what follows it. */
  readonly gap: number;
}

const IMPORTS = new Set(['import_statement', 'import_from_statement']);

function findImportPlace(module: Module, at: Node): Place {
  const roots = module.roots.filter((root) => root.start <= at.start);
  for (const root of roots) {
    const first = root.children.find((child) => IMPORTS.has(child.type));
    if (first !== undefined && first.start <= at.start)
      return { kind: 'among-imports', start: first.start, end: first.end, gap: 0 };
  }
  const own = module.roots.find((root) => root.children.some((child) => child.type !== 'comment'));
  if (own === undefined) return { kind: 'in-front-of', start: 0, end: 0, gap: 0 };
  let last: Node | undefined;
  for (const child of own.children) {
    const isDocstring =
      child.type === 'expression_statement' && child.children[0]?.type === 'string' && last === undefined;
    if (isDocstring || child.type === 'future_import_statement') last = child;
    else if (child.type !== 'comment') break;
  }
  if (last !== undefined) return { kind: 'behind', start: last.start, end: last.end, gap: 1 };
  const first = own.children.find((child) => child.type !== 'comment') ?? own;
  return { kind: 'in-front-of', start: first.start, end: first.end, gap: /definition$/.test(first.type) ? 2 : 1 };
}

/** `import a`, `from a import b`; not `from __future__ import …`. */
export function isImport(statement: Node): boolean {
  return statement.type === 'import_statement' || statement.type === 'import_from_statement';
}
