import { entry, isDiagnosticCode, type Severity } from '../catalog/index.js';
import type { Diagnostic } from '../findings.js';
import type { Result, SiteStatus } from '../result.js';

/** Sites of one form that were, or would be, written in one other. */
export interface FormCount {
  readonly form: string;
  /** Absent for sites that were refused before a form was chosen. */
  readonly to: string | undefined;
  readonly converted: number;
  readonly unchanged: number;
  readonly blocked: number;
}

/** How often a code was given. */
export interface CodeCount {
  readonly code: string;
  readonly severity: Severity;
  readonly count: number;
  /** How many sites it blocked. */
  readonly blocked: number;
  /** How many of these would convert with `--unsafe`. */
  readonly unsafe: number;
}

/** How a run compares with its baseline. */
export interface Comparison {
  readonly known: number;
  /** Files that would change for more than what is known, and sites that cannot be converted and are not. */
  readonly fresh: { readonly changed: number; readonly unconverted: number };
  /** What is recorded, and is there no more: `legacy/app.py: run: x = asyncio.run(main())`. */
  readonly stale: readonly string[];
}

/** What a run adds up to. */
export interface Tally {
  readonly files: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly sites: Readonly<Record<SiteStatus, number>>;
  /** Sites that would convert with `--unsafe`. */
  readonly unsafeSites: number;
  /** Cells and files that could not be read as Python, and outputs that cannot behave as their source did. */
  readonly unconverted: number;
  /** Names in a list of files that are neither Python nor notebooks. */
  readonly skipped: number;
  readonly forms: readonly FormCount[];
  /** In the order of the codes. */
  readonly codes: readonly CodeCount[];
  /** Absent: there is no baseline. */
  readonly baseline?: Comparison;
}

export interface Counter {
  add(result: Result): void;
  skip(): void;
  tally(): Tally;
}

/** Something that no site is counted for: code that could not be read, or an output that cannot behave as its source did. */
export function isUnconverted({ code, severity }: Pick<Diagnostic, 'code' | 'severity'>): boolean {
  return severity === 'error' || UNREAD.has(code);
}

/** Diagnostics that stand for code which was not looked at. */
const UNREAD = new Set<string>(['LS111', 'LS114']);

export function createCounter(): Counter {
  const files = { changed: 0, unchanged: 0, failed: 0 };
  const sites = { converted: 0, unchanged: 0, blocked: 0 };
  const forms = new Map<string, { form: string; to: string | undefined } & Record<SiteStatus, number>>();
  const codes = new Map<string, { -readonly [Field in keyof CodeCount]: CodeCount[Field] }>();
  const count = (code: string, severity: Severity = 'warning') => {
    const row = codes.get(code) ?? { code, severity: severityOf(code) ?? severity, count: 0, blocked: 0, unsafe: 0 };
    row.count += 1;
    codes.set(code, row);
    return row;
  };
  let unsafeSites = 0;
  let unconverted = 0;
  let skipped = 0;

  return {
    add(result) {
      files[result.status] += 1;
      unsafeSites += result.unsafeSites;
      for (const site of result.sites) {
        sites[site.status] += 1;
        const key = `${site.form}\0${site.to ?? ''}`;
        const row = forms.get(key) ?? { form: site.form, to: site.to, converted: 0, unchanged: 0, blocked: 0 };
        row[site.status] += 1;
        forms.set(key, row);
        if (site.code === undefined) continue;
        const code = count(site.code);
        if (site.status !== 'blocked') continue;
        code.blocked += 1;
        if (site.safety === 'unsafe') code.unsafe += 1;
      }
      for (const each of result.diagnostics) {
        count(each.code, each.severity);
        if (result.status !== 'failed' && isUnconverted(each)) unconverted += 1;
      }
    },
    skip() {
      skipped += 1;
    },
    tally: () => ({
      files: files.changed + files.unchanged + files.failed,
      ...files,
      sites: { ...sites },
      unsafeSites,
      unconverted,
      skipped,
      forms: [...forms.values()].sort((a, b) => compare(a.form, b.form) || compare(a.to ?? '', b.to ?? '')),
      codes: [...codes.values()].sort((a, b) => compare(a.code, b.code)),
    }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Codes that ask for the same. */
export interface CodeGroup {
  readonly title: 'errors' | 'blocked' | 'cautions' | 'notes';
  /** The most frequent one first. */
  readonly counts: readonly { readonly code: string; readonly count: number; readonly unsafe: number }[];
}

/** The codes in the order in which to act on them: what was not read, what stays, what to mind, and what asks for nothing. */
export function codeGroups({ codes }: Tally): readonly CodeGroup[] {
  const blocked = codes.map(({ code, blocked, unsafe }) => ({ code, count: blocked, unsafe }));
  const others = codes.map(({ code, severity, count, blocked }) => ({
    code,
    severity,
    count: count - blocked,
    unsafe: 0,
  }));
  const groups: readonly CodeGroup[] = [
    { title: 'errors', counts: others.filter(({ severity }) => severity === 'error') },
    { title: 'blocked', counts: blocked },
    { title: 'cautions', counts: others.filter(({ severity }) => severity === 'warning') },
    { title: 'notes', counts: others.filter(({ severity }) => severity === 'info') },
  ];
  return groups
    .map(({ title, counts }) => ({ title, counts: counts.filter(({ count }) => count > 0).sort(byCount) }))
    .filter(({ counts }) => counts.length > 0);
}

/** What the catalogue says; a transform says it of its own codes. */
function severityOf(code: string): Severity | undefined {
  if (UNREAD.has(code)) return 'error';
  return isDiagnosticCode(code) ? entry(code).severity : undefined;
}

function byCount(a: { readonly count: number }, b: { readonly count: number }): number {
  return b.count - a.count;
}
