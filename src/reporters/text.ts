import type { Result, SiteReport } from '../result.js';
import { rawDiff, readableDiff } from './diff.js';
import { createPaint, type Paint } from './paint.js';
import { place } from './place.js';
import { printable } from './printable.js';
import { fate, type Remark, remarks } from './remarks.js';
import type { Chunk, FileOutcome, Reporter, ReportStyle } from './reporter.js';
import { summary } from './summary.js';
import { wrap, wrapBehind } from './wrap.js';

/** For people: the diff (or the inventory) on stdout, what was left alone and why on stderr, the summary at the end. */
export const text: Reporter = {
  name: 'text',
  summary: 'a diff on stdout, diagnostics and a summary on stderr',
  open(style) {
    const out = createPaint(style.color.out);
    const err = createPaint(style.color.err);
    // What was printed last ends with an empty line: on a terminal, files are set apart.
    let isParted = false;
    return {
      file(outcome) {
        const said = notes(outcome.result, style, err);
        const shown =
          style.command === 'scan' ? inventory(outcome.result, style, out, said) : changes(outcome, style, out);
        const last = said === '' ? shown : said;
        if (last.length > 0) isParted = typeof last === 'string' && last.endsWith('\n\n');
        return { out: shown, err: said };
      },
      end: (tally): Chunk => (style.quiet ? {} : { err: summary(tally, style, err, isParted) }),
    };
  },
};

function changes(outcome: FileOutcome, style: ReportStyle, paint: Paint): string | Uint8Array {
  const { result, encode } = outcome;
  if (result.status !== 'changed' || (style.names && result.known === true)) return '';
  if (style.names && !style.diff) return `would change ${printable(result.source.path)}\n`;
  if (!style.diff) return '';
  if (style.color.out || style.terminal || style.diffStyle === 'cell') {
    const diff = readableDiff(result, style.diffStyle, paint);
    return style.terminal ? `${diff}\n` : diff;
  }
  const diff = rawDiff(result);
  return encode === undefined ? diff : encode(diff);
}

function inventory({ sites }: Result, style: ReportStyle, paint: Paint, said: string): string {
  const lines = siteLines(sites, style.tree, paint);
  return style.terminal && lines !== '' && said === '' ? `${lines}\n` : lines;
}

/**
 * `src/app.py:12:1: run (module) -> await`, and with `--tree` the chain that is promoted with the site:
 *
 *     src/app.py:12:12: run (function) -> await
 *       async def load   src/app.py:11:1
 *         src/app.py:16:5 in main
 *       async def main   src/app.py:15:1
 *         src/app.py:20:1
 */
export function siteLines(sites: readonly SiteReport[], tree: boolean, paint: Paint): string {
  const line = (site: SiteReport) => `${paint.bold(place(site.location))}: ${describe(site, paint)}\n`;
  return sites.map((site) => line(site) + (tree ? chain(site) : '')).join('');
}

function chain({ promotes }: SiteReport): string {
  return (promotes ?? [])
    .map(({ name, location, callers }) => {
      const calls = callers.map(
        (call) => `    ${place(call.location)}${call.within === undefined ? '' : ` in ${printable(call.within)}`}\n`,
      );
      return `  async def ${printable(name)}  ${place(location)}\n${calls.join('')}`;
    })
    .join('');
}

function describe(site: SiteReport, paint: Paint): string {
  const what = `${site.form} (${site.standing})`;
  if (site.status === 'blocked') return `${what} ${paint.yellow(site.code ?? 'blocked')}`;
  if (site.to === undefined || site.to === site.form) return what;
  return `${what} -> ${paint.green(site.to)}`;
}

function notes(result: Result, style: ReportStyle, paint: Paint): string {
  const { settings, status, sites, diagnostics } = result;
  // Of most files of a tree there is nothing to say.
  if (status === 'unchanged' && sites.length + diagnostics.length === 0 && settings === undefined) return '';
  const shown = remarks(result).filter((remark) => style.verbose || isWorthSaying(remark));
  const lines = withoutRepeats(shown).map((remark) => note(remark, paint, style.columns));
  if (lines.length > 0 && style.columns !== undefined) lines.push('\n');
  if (style.verbose && settings !== undefined) {
    lines.unshift(paint.dim(`${printable(result.source.path)}: to ${settings.to}, Python ${settings.python}\n`));
  }
  if (style.changes === 'written' && result.status === 'changed')
    lines.unshift(`changed ${printable(result.source.path)}\n`);
  return lines.join('');
}

/** What to do is said once where a file needs it in many places. */
function withoutRepeats(shown: readonly Remark[]): readonly Remark[] {
  const said = new Set<string>();
  return shown.map((remark) => {
    const key = `${remark.code} ${remark.hint}`;
    if (said.has(key)) return { ...remark, hint: undefined };
    said.add(key);
    return remark;
  });
}

/** Worth knowing but nothing to do (`info`) is for `-v`, unless a site was left alone for it. */
function isWorthSaying(remark: Remark): boolean {
  return remark.severity !== 'info' || remark.status === 'blocked';
}

/** `src/app.py:12:1 LS201 …`, and below it what to do. */
export function note(remark: Remark, paint: Paint, columns = Number.POSITIVE_INFINITY): string {
  const [where, code] = [place(remark.location), printable(remark.code)];
  const used = where.length + code.length + 2;
  const message = wrapBehind(printable(remark.message + fate(remark)), used, INDENT, columns);
  const hint = remark.hint === undefined ? '' : wrap(`hint: ${printable(remark.hint)}`, INDENT, columns);
  return `${paint.bold(where)} ${color(remark, paint)(code)} ${message}\n${hint === '' ? '' : `${paint.dim(hint)}\n`}`;
}

const INDENT = 4;

/** As in the summary: what stays stands out from what is only to be minded. */
function color({ severity, status }: Remark, paint: Paint): (text: string) => string {
  if (status === 'blocked') return paint.yellow;
  if (status === 'converted') return paint.cyan;
  switch (severity) {
    case 'error':
      return paint.red;
    case 'warning':
      return paint.yellow;
    case 'info':
      return paint.cyan;
  }
}
