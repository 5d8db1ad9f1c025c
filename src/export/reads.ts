import { diagnostic } from '../diagnostics.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { ancestors, field, type Node } from '../python/node.js';
import { enclosingFunction } from '../python/standing.js';
import { contains, type Range } from '../text.js';

/**
 * Names that IPython puts into a notebook and a script lacks: `get_ipython`, `display`, `In`, `Out`, `_`, `_3`. A read that
 * is ready for their absence, `try: get_ipython() except NameError:`, is fine.
 */
export function findNotebookNames(module: Module, silenced: readonly Range[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const binding of module.scopes.moduleScope.bindings.values()) {
    if (!NAMES.test(binding.name) || module.scopes.starImports.length > 0) continue;
    const bound = binding.definitions[0]?.node.start ?? Number.POSITIVE_INFINITY;
    for (const use of binding.references) {
      // for _ in range(3): …   and what stands in a function may come later
      if (use.start > bound || (bound !== Number.POSITIVE_INFINITY && enclosingFunction(use) !== undefined)) continue;
      if (silenced.some((range) => contains(range, use)) || isPrepared(use, module)) continue;
      found.push(diagnostic(use, 'LS710', binding.name));
    }
  }
  return found;
}

const NAMES = /^(?:get_ipython|display|In|Out|_{1,3}|_i{1,3}|_i?\d+|_dh|_oh|_ih)$/;

function isPrepared(use: Node, module: Module): boolean {
  let child = use;
  for (const up of ancestors(use)) {
    if (up.type === 'try_statement' && child.field === 'body') {
      const handlers = up.children.filter((clause) => clause.type === 'except_clause');
      const catches = handlers.some((clause) => {
        const caught = clause.children.filter((each) => each.type !== 'block' && each.type !== 'comment');
        return (
          caught.length === 0 ||
          caught.some((each) => /\b(?:NameError|Exception|BaseException)\b/.test(module.text(each)))
        );
      });
      if (catches) return true;
    }
    // if "get_ipython" in globals(): get_ipython()
    if (up.type === 'if_statement' && child.field === 'consequence') {
      const test = field(up, 'condition');
      if (test !== undefined && new RegExp(`["']${module.text(use)}["']`).test(module.text(test))) return true;
    }
    child = up;
  }
  return false;
}
