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
  /** How often each code was given, in the order of the codes. */
  readonly codes: readonly (readonly [code: string, count: number])[];
}

export interface Counter {
  add(result: Result): void;
  skip(): void;
  tally(): Tally;
}

/** Diagnostics that stand for code which was not looked at, so that no site in it is counted. */
const UNREAD = new Set<string>(['LS111', 'LS114']);

export function createCounter(): Counter {
  const files = { changed: 0, unchanged: 0, failed: 0 };
  const sites = { converted: 0, unchanged: 0, blocked: 0 };
  const forms = new Map<string, { form: string; to: string | undefined } & Record<SiteStatus, number>>();
  const codes = new Map<string, number>();
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
        if (site.code !== undefined) increment(codes, site.code);
      }
      for (const { code, severity } of result.diagnostics) {
        increment(codes, code);
        if (result.status !== 'failed' && (severity === 'error' || UNREAD.has(code))) unconverted += 1;
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
      codes: [...codes].sort(([a], [b]) => compare(a, b)),
    }),
  };
}

function increment(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
