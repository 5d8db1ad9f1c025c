import { insertAt } from '../edits.js';
import type { Rewrite } from '../findings.js';
import type { Module } from '../python/module.js';
import { type Node, nodeAt, statementOf } from '../python/node.js';
import { contains, type Edit, indentation, lineBreak, lineStart } from '../text.js';

/**
 * The rewrite, with the comments that its edits would take away kept: on lines of their own, above the statement.
 *
 *     path = os.path.join(a,  # first        # first
 *                         b)             →   path = Path(a, b)
 *
 * A comment that the new text holds is not lost, and one that goes alone is meant to go. What is in a statement that goes
 * as a whole (`removes`) goes with it.
 */
export function keepComments(rewrite: Rewrite, module: Module): Rewrite {
  const kept = [...module.find('comment')].filter((comment) => isLost(comment, rewrite.edits, module));
  if (kept.length === 0) return rewrite;
  const { code } = module.document;
  const lines = new Map<number, string[]>();
  for (const comment of kept) {
    const edit = rewrite.edits.find((each) => each.end > each.start && contains(each, comment)) as Edit;
    const place = lineAbove(edit.start, module);
    lines.set(place, [...(lines.get(place) ?? []), module.text(comment).trimEnd()]);
  }
  const insertions = [...lines].map(([place, texts]) => {
    const lead = indentation(code, place);
    return insertAt(place, texts.map((text) => lead + text + lineBreak(code)).join(''));
  });
  return { ...rewrite, edits: [...insertions, ...rewrite.edits] };
}

function isLost(comment: Node, edits: readonly Edit[], module: Module): boolean {
  const text = module.text(comment).trimEnd();
  if (edits.some((edit) => edit.text.includes(text) || (edit.from !== undefined && contains(edit.from, comment))))
    return false;
  return edits.some((edit) => edit.end > edit.start && contains(edit, comment) && holdsCode(edit, module));
}

function holdsCode(edit: Edit, module: Module): boolean {
  const { code } = module.document;
  let rest = code.slice(edit.start, edit.end);
  for (const comment of module.find('comment', edit)) rest = rest.replace(module.text(comment), '');
  return rest.trim() !== '';
}

/** The start of the line that the statement around an offset starts on, where nothing stands in front of it. */
function lineAbove(offset: number, module: Module): number {
  const { code } = module.document;
  const start = lineStart(code, offset);
  const [first] = /\S/.exec(code.slice(start)) ?? [];
  const root = module.roots.find((each) => each.start <= offset && offset <= each.end);
  if (root === undefined || first === undefined) return start;
  const at = start + code.slice(start).search(/\S/);
  const statement = statementOf(nodeAt(root, { start: at, end: at + 1 }));
  // x = (⏎    y); f(a)   the line belongs to a statement that starts above
  if (statement.parent === undefined || lineStart(code, statement.start) === start) return start;
  return lineAbove(statement.start, module);
}
