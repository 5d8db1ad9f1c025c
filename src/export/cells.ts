import { diagnostic } from '../diagnostics.js';
import { composePercent } from '../documents/compose.js';
import type { Cell, Document, Magic } from '../documents/document.js';
import { findMarks } from '../documents/percent-marks.js';
import type { Diagnostic } from '../findings.js';
import type { Module } from '../python/module.js';
import { type Node, nodeAt, statementOf } from '../python/node.js';
import { addAll, contains, type Edit, indentation, lineEnd, lineStart, type Range } from '../text.js';

/** One cell as the script holds it, and the edits that lead there, as offsets into the notebook's code. */
export interface ExportedCell {
  readonly cell: Cell;
  readonly kind: Cell['kind'];
  readonly text: string;
  readonly edits: readonly Edit[];
}

export interface ExportedCells {
  readonly cells: readonly ExportedCell[];
  readonly notes: readonly Diagnostic[];
  /** What runs no more: a name, a file or an effect of it may be missing elsewhere. */
  readonly silenced: readonly Silenced[];
}

/** A magic, a shell line or a whole cell that became a comment. */
export interface Silenced extends Range {
  readonly magic: Magic | undefined;
  /** The statement that it is, or is part of. */
  readonly statement: Node | undefined;
}

/**
 * The cells of a notebook as text that plain Python reads: `%time X` runs as `X`, `%%time` goes, every other magic, shell
 * line and help line becomes a comment, and so does a cell that is not Python (behaviour.md, "Documents").
 */
export function exportCells(document: Document, module: Module): ExportedCells {
  const notes: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  const cells = document.cells.map((cell): ExportedCell => {
    const original = document.code.slice(cell.start, cell.end);
    if (cell.kind !== 'code') return { cell, kind: cell.kind, text: original, edits: [] };
    const magic = document.magics.find((each) => each.kind === 'cell' && contains(cell, each));
    const broken = module.faults.find((fault) => fault.cell.start === cell.start);
    const isTimed = magic?.name === 'timeit';
    if (!cell.python || broken !== undefined || isTimed) {
      if (broken !== undefined) notes.push(diagnostic(broken.at, 'LS717', broken.message));
      silenced.push({ start: cell.start, end: cell.end, magic, statement: undefined });
      const edits = commentWhole(document.code, cell);
      return { cell, kind: 'code', text: apply(edits, cell, document.code), edits };
    }
    const edits = [...findEdits(cell, document, module, silenced, notes), ...dedent(cell, document)];
    for (const mark of findMarks(original)) {
      // # %%   in a cell would end it: # # %%
      const start = cell.start + mark.start;
      if (!edits.some((edit) => edit.start <= start && start < edit.end)) edits.push({ start, end: start, text: '# ' });
    }
    edits.sort((a, b) => a.start - b.start || a.end - b.end);
    return { cell, kind: 'code', text: apply(edits, cell, document.code), edits };
  });
  return { cells, notes, silenced };
}

/** The script, and where each of its offsets comes from in the notebook's code. */
export function compose(cells: readonly ExportedCell[]): { readonly text: string; origin(offset: number): number } {
  const pieces = cells.map((cell) => composePercent([cell]));
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    starts.push(at);
    at += piece.length + 1;
  }
  return {
    text: pieces.join('\n'),
    origin(offset) {
      const index = Math.max(
        0,
        starts.findLastIndex((start) => start <= offset),
      );
      const exported = cells[index];
      if (exported === undefined) return 0;
      const head = exported.kind === 'code' ? '# %%\n'.length : (pieces[index] as string).length;
      return originIn(exported, offset - (starts[index] as number) - head);
    },
  };
}

/** The offset in the notebook of an offset in the exported text of one cell. */
function originIn({ cell, edits }: ExportedCell, offset: number): number {
  if (offset <= 0) return cell.start;
  let source = cell.start;
  let left = offset;
  for (const edit of edits) {
    const kept = edit.start - source;
    if (left < kept) break;
    left -= kept;
    if (left < edit.text.length) return edit.start;
    left -= edit.text.length;
    source = edit.end;
  }
  return Math.min(source + left, cell.end);
}

/** Magics whose Python body runs once, in the notebook's own names: a plain script runs it as it stands. */
const RUN_ONCE = new Set(['time', 'prun', 'debug', 'lprun', 'memit', 'mprun', 'snakeviz', 'capture', 'python']);

function findEdits(cell: Cell, document: Document, module: Module, silenced: Silenced[], notes: Diagnostic[]): Edit[] {
  const { code } = document;
  const edits: Edit[] = [];
  const own = document.magics.filter((magic) => contains(cell, magic));
  const gone: { readonly magic: Magic; readonly statement: Node | undefined }[] = [];
  for (const magic of own) {
    if (magic.kind === 'cell' && magic.body !== undefined) {
      edits.push({ start: magic.start, end: magic.body.start, text: '' });
      if (magic.name === 'capture') notes.push(judgeCapture(magic, magic.body.start, module));
    } else if (magic.kind === 'cell') {
      edits.push({ start: magic.start, end: magic.end, text: '' });
    } else if (magic.kind === 'line' && magic.body !== undefined && RUN_ONCE.has(magic.name)) {
      edits.push({ start: magic.start, end: magic.body.start, text: '' });
    } else {
      gone.push({ magic, statement: statementAt(magic, module) });
    }
  }
  const statements = new Set(gone.map(({ statement }) => statement));
  for (const { magic, statement } of gone) {
    const range = {
      start: Math.min(magic.start, statement?.start ?? magic.start),
      end: Math.max(magic.end, magic.start),
    };
    silenced.push({ ...range, magic, statement });
    const siblings = statement?.parent?.children.filter((child) => child.type !== 'comment') ?? [];
    const emptied = statement?.parent?.type === 'block' && siblings.every((sibling) => statements.has(sibling));
    addAll(edits, commentLines(code, range, emptied && siblings[0] === statement ? 'pass' : undefined));
  }
  return edits;
}

/** The statement that stands in for a magic in the text that was parsed: `0`, or `x = 0`. */
function statementAt(magic: Range, module: Module): Node | undefined {
  const root = module.roots.find((tree) => contains(tree, magic));
  if (root === undefined) return undefined;
  const node = nodeAt(root, { start: magic.start, end: magic.start + 1 });
  return node === root ? undefined : statementOf(node);
}

/** `# ` in front of each line, behind its indentation. */
function commentLines(code: string, range: Range, instead?: string): Edit[] {
  const edits: Edit[] = [];
  const indent = indentation(code, range.start);
  for (let at = range.start; at < range.end; at = lineEnd(code, at)) {
    const end = Math.min(lineEnd(code, at), range.end);
    const text = code.slice(at, end);
    if (text.trim() === '') continue;
    const start = at === range.start && lineStart(code, at) !== at ? at : at + (/^[ \t]*/.exec(text)?.[0].length ?? 0);
    const first = edits.length === 0 && instead !== undefined ? `${instead}\n${indent}` : '';
    edits.push({ start, end: start, text: `${first}# ` });
  }
  return edits;
}

/** `# ` at the start of each line: what is a comment as a whole keeps its shape. */
function commentWhole(code: string, range: Range): Edit[] {
  const edits: Edit[] = [];
  for (let at = range.start; at < range.end; at = lineEnd(code, at)) {
    const isBlank = code.slice(at, Math.min(lineEnd(code, at), range.end)).trim() === '';
    edits.push({ start: at, end: at, text: isBlank ? '#' : '# ' });
  }
  return edits;
}

/** IPython takes the indentation away that a whole cell has. */
function dedent(cell: Cell, { code, masked }: Document): Edit[] {
  const text = masked.slice(cell.start, cell.end);
  const first = text.split('\n').find((line) => line.trim() !== '');
  const width = /^[ \t]*/.exec(first ?? '')?.[0].length ?? 0;
  if (width === 0 || first === undefined || first.trim() === '0') return [];
  const edits: Edit[] = [];
  for (let at = cell.start; at < cell.end; at = lineEnd(code, at)) {
    const end = Math.min(lineEnd(code, at), cell.end);
    const lead = /^[ \t]*/.exec(masked.slice(at, end))?.[0].length ?? 0;
    if (lead > 0) edits.push({ start: at, end: at + Math.min(lead, width), text: '' });
    if (end === cell.end) break;
  }
  return edits;
}

/** The text of a range with sorted edits made. */
export function apply(edits: readonly Edit[], range: Range, code: string): string {
  let text = '';
  let at = range.start;
  for (const edit of edits) {
    if (edit.start < at) continue;
    text += code.slice(at, edit.start) + edit.text;
    at = Math.min(edit.end, range.end);
  }
  return text + code.slice(at, range.end);
}

/** What was kept under a name is an error where somebody reads it; what was only kept back is printed. */
function judgeCapture({ start, target }: Magic, end: number, module: Module): Diagnostic {
  const uses = target === undefined ? undefined : module.scopes.moduleScope.bindings.get(target)?.references;
  if (target === undefined || uses === undefined || uses.length === 0) return diagnostic({ start, end }, 'LS720');
  return diagnostic({ start, end }, 'LS721', target);
}
