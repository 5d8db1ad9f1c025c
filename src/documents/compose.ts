import type { CellKind } from './document.js';

/** A cell of a document that is yet to be written. */
export interface CellText {
  readonly kind: CellKind;
  readonly text: string;
  readonly tags?: readonly string[];
}

/**
 * A new notebook, byte for byte as Jupyter would save it. Ids come from the content and the place of a cell: composing the
 * same cells twice gives the same file.
 */
export function composeNotebook(
  cells: readonly CellText[],
  { python }: { readonly python?: string | undefined } = {},
): string {
  const ids = new Set<string>();
  const notebook = {
    cells: cells.map((cell, index) => notebookCell(cell, freshId(cell, index, ids))),
    metadata: {
      kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
      language_info: python === undefined ? { name: 'python' } : { name: 'python', version: python },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, undefined, 1)}\n`;
}

/** A new percent-format file: Markdown as comments, a blank line in front of each mark. */
export function composePercent(cells: readonly CellText[]): string {
  return cells.map(percentCell).join('\n');
}

/** Members in the order of their names, as nbformat sorts them. */
function notebookCell({ kind, text, tags }: CellText, id: string): object {
  const metadata = tags === undefined ? {} : { tags };
  const source = splitLines(plain(text));
  if (kind !== 'code') return { cell_type: kind, id, metadata, source };
  return { cell_type: kind, execution_count: null, id, metadata, outputs: [], source };
}

function percentCell({ kind, text }: CellText): string {
  const body = plain(text);
  if (kind === 'code') return body === '' ? '# %%\n' : `# %%\n${body}\n`;
  const lines = body.split('\n').map((line) => (line === '' ? '#\n' : `# ${line}\n`));
  return `# %% [${kind}]\n${body === '' ? '' : lines.join('')}`;
}

/** Line ends as Jupyter keeps them, none at the end of a cell. */
function plain(text: string): string {
  return text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');
}

function splitLines(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function freshId({ kind, text }: CellText, index: number, taken: Set<string>): string {
  for (let attempt = 0; ; attempt += 1) {
    const id = hash(`${index} ${kind} ${attempt} ${text}`);
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** FNV-1a: eight hexadecimal digits, as Jupyter's own ids. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}
