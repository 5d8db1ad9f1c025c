import type { Document } from '../../src/documents/document.js';
import { rawDiff, readableDiff } from '../../src/reporters/diff.js';
import { createPaint } from '../../src/reporters/paint.js';
import type { Result } from '../../src/result.js';

/** A fenced block; the fence is longer than any in the text. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([fence]) => fence.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
  return `${row(head)}|${head.map(() => '---|').join('')}\n${rows.map(row).join('')}`;
}

/** The Python of a file; of a notebook, its cells. */
export function listing(document: Document): string {
  if (document.format !== 'notebook') return document.source.text;
  const cells = document.cells.filter((cell) => cell.kind === 'code');
  return cells.map((cell) => `# %% cell ${cell.index}\n${document.code.slice(cell.start, cell.end)}`).join('\n\n');
}

/** What a conversion changes, without the names of the files; of a notebook by cell, since its JSON is nothing to read. */
export function plainDiff(result: Result): string {
  const isNotebook = result.document?.format === 'notebook';
  const text = isNotebook ? readableDiff(result, 'cell', createPaint(false)) : rawDiff(result);
  const lines = text.split('\n').filter((line) => !/^(?:diff|---|\+\+\+) /.test(line));
  return lines.join('\n');
}
