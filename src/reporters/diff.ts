import { formatPatch, OMIT_HEADERS } from 'diff';
import type { Result } from '../result.js';
import { changesByCell } from './changes.js';
import { type Hunk, hunks } from './hunks.js';
import type { Paint } from './paint.js';
import { printable, printableSource } from './printable.js';
import { sourceEdits } from './source-edits.js';

/**
 * The unified diff of one file, as `git apply` takes it: of a notebook, the raw JSON lines. Empty where nothing changed.
 *
 * @param name what the file is called in it
 */
export function rawDiff(result: Result, name = result.source.path): string {
  const edits = sourceEdits(result);
  if (edits.length === 0) return '';
  return rawHeader(name) + unified(hunks(result.source.text, edits));
}

/**
 * The diff for a person at a terminal, coloured, with control characters spelled out: the raw one, or by cell for a notebook, and
 * under no more than its name for another file.
 */
export function readableDiff(result: Result, style: 'cell' | 'raw', paint: Paint): string {
  if (style === 'raw') return readableRawDiff(result, paint);
  const shown = changesByCell(result).map(({ cell, hunks }) => {
    const id = cell?.id === undefined ? '' : paint.dim(` (id ${printable(cell.id)})`);
    const title = `${printable(result.source.path)}${cell === undefined ? '' : ` cell ${cell.index}`}`;
    const lines = cell === undefined ? unified(hunks) : unified(hunks).replaceAll(NO_NEWLINE, '');
    return `${paint.bold(title)}${id}\n${painted(lines, paint)}`;
  });
  return shown.join('\n');
}

function readableRawDiff(result: Result, paint: Paint): string {
  const edits = sourceEdits(result);
  if (edits.length === 0) return '';
  const header = rawHeader(result.source.path)
    .split('\n')
    .map((line) => (line === '' ? '' : paint.bold(printableSource(line))));
  return header.join('\n') + painted(unified(hunks(result.source.text, edits)), paint);
}

/** A cell's last line has no line end, and needs none. */
const NO_NEWLINE = '\\ No newline at end of file\n';

/** Paths as git wants them: relative, with slashes, quoted where a name holds what would end the line. */
function rawHeader(path: string): string {
  const relative = path.replace(/^(?:[A-Za-z]:)?\/+/, '');
  const [before, after] = [quoted(`a/${relative}`), quoted(`b/${relative}`)];
  // `patch` reads the name up to the first blank unless a tab ends it.
  const tab = before.includes(' ') ? '\t' : '';
  return `diff --git ${before} ${after}\n--- ${before}${tab}\n+++ ${after}${tab}\n`;
}

function quoted(name: string): string {
  if (!/["\\\p{Cc}]/u.test(name)) return name;
  const escaped = name.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, (character) => {
    return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
  });
  return `"${escaped}"`;
}

function unified(parts: readonly Hunk[]): string {
  const patch = { oldFileName: '', newFileName: '', oldHeader: '', newHeader: '', hunks: [...parts] };
  return formatPatch(patch, OMIT_HEADERS);
}

function painted(diff: string, paint: Paint): string {
  return diff
    .split('\n')
    .map((line) => paintLine(printableSource(line), paint))
    .join('\n');
}

function paintLine(line: string, paint: Paint): string {
  if (line.startsWith('@@')) return paint.cyan(line);
  if (line.startsWith('+')) return paint.green(line);
  if (line.startsWith('-')) return paint.red(line);
  return line.startsWith('\\') ? paint.dim(line) : line;
}
