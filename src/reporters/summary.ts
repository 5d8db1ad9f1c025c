import { entry, isDiagnosticCode } from '../catalog/index.js';
import { counted } from './counted.js';
import type { Paint } from './paint.js';
import { printable } from './printable.js';
import type { ReportStyle } from './reporter.js';
import type { Tally } from './tally.js';

/** What a run adds up to, for stderr: sites by form, codes by number, files, and what to do next. */
export function summary(tally: Tally, style: ReportStyle, paint: Paint): string {
  const parts = [formTable(tally, style, paint), codeTable(tally, paint), totals(tally, style)];
  const shown = parts.filter((part) => part !== '').join('\n');
  // Diagnostics stand above the tables.
  const gap = tally.forms.length + tally.codes.length > 0 ? '\n' : '';
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

/** `LS204   3  run-in-sync-function` */
function codeTable(tally: Tally, paint: Paint): string {
  const rows = tally.codes.map(({ code, count }) => {
    const name = isDiagnosticCode(code) ? entry(code).name : '';
    return [printable(code), name, String(count)];
  });
  const table = columns(rows, 2).map((row) => `${row}\n`);
  const explain = tally.codes.find(({ code }) => isDiagnosticCode(code))?.code;
  if (explain !== undefined) table.push(paint.dim(`loopshift explain ${explain} says why\n`));
  return table.join('');
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
