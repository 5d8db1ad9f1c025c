import { entry, isDiagnosticCode } from '../catalog/index.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import type { ReportStyle } from './reporter.js';
import { type CodeGroup, codeGroups, type Tally } from './tally.js';

/** What a run adds up to, for stderr: sites by form, codes by number, files, and what to do next. */
export function summary(tally: Tally, style: ReportStyle, paint: Paint, isParted: boolean): string {
  const parts = [formTable(tally, style, paint), codeTable(tally, paint), totals(tally, style)];
  const shown = parts.filter((part) => part !== '').join('\n');
  // Diagnostics stand above the tables.
  const gap = tally.forms.length + tally.codes.length > 0 && !isParted ? '\n' : '';
  return `${gap}${shown}${hints(tally, style, paint)}`;
}

/**
 *     form                to     converted  unchanged  blocked
 *     run                 await          3          -        1
 */
function formTable(tally: Tally, style: ReportStyle, paint: Paint): string {
  if (tally.forms.length === 0) return '';
  const done = style.command === 'scan' ? 'convertible' : 'converted';
  const rows = tally.forms.map(({ form, to, converted, unchanged, blocked }) => [
    printable(form),
    printable(to ?? '-'),
    ...[converted, unchanged, blocked].map((count) => (count === 0 ? '-' : String(count))),
  ]);
  const [head, ...body] = columns([['form', 'to', done, 'unchanged', 'blocked'], ...rows], 2);
  return `${paint.bold(head ?? '')}\n${body.map((row) => `${row}\n`).join('')}`;
}

/**
 * What was said, in the order in which to act on it:
 *
 *     errors    1  LS102  invalid-json
 *     blocked   3  LS208  unpacked-arguments
 *               1  LS808  sync-wrapper (1 with --unsafe)
 */
function codeTable(tally: Tally, paint: Paint): string {
  const groups = codeGroups(tally);
  const all = groups.flatMap(({ counts }) => counts);
  const width = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const titles = width(groups.map(({ title }) => title));
  const numbers = width(all.map(({ count }) => String(count)));
  const codes = width(all.map(({ code }) => printable(code)));
  const lines = groups.flatMap(({ title, counts }) =>
    counts.map(({ code, count, unsafe }, index) => {
      const kind = (index === 0 ? title : '').padEnd(titles);
      const name = isDiagnosticCode(code) ? `  ${entry(code).name}` : '';
      const way = unsafe === 0 ? '' : ` (${unsafe} with --unsafe)`;
      const number = String(count).padStart(numbers);
      return `  ${colorOf(title, paint)(kind)}  ${number}  ${printable(code).padEnd(codes)}${name}${way}`.trimEnd();
    }),
  );
  const first = all.find(({ code }) => isDiagnosticCode(code))?.code;
  if (first !== undefined) lines.push(paint.dim(`loopshift explain ${first} says why`));
  return lines.map((line) => `${line}\n`).join('');
}

function colorOf(title: CodeGroup['title'], paint: Paint): (text: string) => string {
  switch (title) {
    case 'errors':
      return paint.red;
    case 'blocked':
      return paint.yellow;
    case 'cautions':
    case 'notes':
      return paint.cyan;
  }
}

function totals(tally: Tally, style: ReportStyle): string {
  if (tally.files === 0 && tally.skipped === 0) return 'no Python files or notebooks found\n';
  const { converted, unchanged, blocked } = tally.sites;
  const all = converted + unchanged + blocked;
  const counts = [
    counted(tally.files, 'file'),
    // A transform may have nothing to do with run sites.
    ...(all === 0 && style.command === 'run' ? [] : [sites(all, blocked)]),
    ...(tally.failed === 0 ? [] : [`${counted(tally.failed, 'file')} failed`]),
    ...(tally.skipped === 0
      ? []
      : [`${counted(tally.skipped, 'path')} passed over (no Python, or a link that leads outside)`]),
  ];
  const changed = style.changes === 'written' && tally.changed > 0 ? [`${counted(tally.changed, 'file')} changed`] : [];
  return `${[...counts, ...changed].join(', ')}\n`;
}

function sites(all: number, blocked: number): string {
  return `${counted(all, 'run site')}${all === 0 ? '' : ` (${blocked} blocked)`}`;
}

function hints(tally: Tally, style: ReportStyle, paint: Paint): string {
  const lines: string[] = [];
  if (style.command !== 'scan' && style.changes === 'shown' && tally.changed > 0) {
    lines.push(`${counted(tally.changed, 'file')} would change; rerun with --write`);
  }
  if (tally.unsafeSites > 0) lines.push(`${tally.unsafeSites} more with --unsafe`);
  return lines.map((line) => `${paint.bold(line)}\n`).join('');
}

/** Cells padded to columns: the first `left` ones to the left, numbers to the right. */
function columns(rows: readonly (readonly string[])[], left: number): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column < left ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}
