import type { Module } from '../python/module.js';
import type { Node } from '../python/node.js';
import { type Edit, lineEnd, lineStart } from '../text.js';
import { apply, type ExportedCell } from './cells.js';

/**
 * `from __future__ import …` of any cell goes to the top of the script, where alone a file may have it (rule 52).
 */
export function hoistFutureImports(cells: readonly ExportedCell[], module: Module): readonly ExportedCell[] {
  const { code } = module.document;
  const statements = [...module.find('future_import_statement')].filter((node) =>
    cells.some(({ cell, kind }) => kind === 'code' && cell.python && cell.start <= node.start && node.end <= cell.end),
  );
  const home = cells.find(({ cell, kind, text }) => kind === 'code' && cell.python && text.trim() !== '');
  if (statements.length === 0 || home === undefined) return cells;
  if (statements.every((node) => isFirst(node, home, module))) return cells;
  const lines = [...new Set(statements.map((node) => module.text(node)))].map((line) => `${line}\n`).join('');
  const place = findPlace(home, module);
  return cells.map((exported) => {
    const removals = statements
      .filter((node) => exported.cell.start <= node.start && node.end <= exported.cell.end)
      .map((node) => removal(node, code));
    const added = exported === home ? [{ start: place, end: place, text: lines }] : [];
    if (removals.length + added.length === 0) return exported;
    const edits = [...added, ...exported.edits, ...removals].sort((a, b) => a.start - b.start || a.end - b.end);
    return { ...exported, edits, text: apply(edits, exported.cell, code) };
  });
}

/** Nothing but comments, a docstring and its like in front, in the first cell that runs. */
function isFirst(node: Node, home: ExportedCell, module: Module): boolean {
  const root = module.roots.find((tree) => tree.start <= node.start && node.end <= tree.end);
  if (root === undefined || node.start < home.cell.start || node.end > home.cell.end) return false;
  const before = root.children.filter((child) => child.start < node.start && child.type !== 'comment');
  return before.every(
    (child, index) => child.type === 'future_import_statement' || (index === 0 && isDocstring(child)),
  );
}

function isDocstring(statement: Node): boolean {
  return statement.type === 'expression_statement' && statement.children[0]?.type === 'string';
}

/** At the start of the cell, behind its docstring. */
function findPlace(home: ExportedCell, module: Module): number {
  const root = module.roots.find(
    (tree) => home.cell.start <= tree.start && tree.end <= home.cell.end && tree.children.length > 0,
  );
  const first = root?.children.find((child) => child.type !== 'comment');
  return first !== undefined && isDocstring(first) ? lineEnd(module.document.code, first.end) : home.cell.start;
}

function removal(node: Node, code: string): Edit {
  const start = lineStart(code, node.start);
  const end = lineEnd(code, node.end);
  const alone = code.slice(start, node.start).trim() === '' && /^\s*(?:#.*)?$/.test(code.slice(node.end, end));
  if (alone) return { start, end, text: '' };
  const semicolon = /^[ \t]*;[ \t]*/.exec(code.slice(node.end, end))?.[0].length ?? 0;
  return { start: node.start, end: node.end + semicolon, text: '' };
}
