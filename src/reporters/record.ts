import type { Severity } from '../catalog/index.js';
import type { Safety } from '../findings.js';
import type { Result, SiteStatus } from '../result.js';
import type { Location } from '../text.js';
import { rawDiff } from './diff.js';
import type { Comparison, FormCount, Tally } from './tally.js';

/** Version of the JSON below. Fields may be added to it; none is taken away or changes its meaning. */
export const JSON_VERSION = 1;

/** A place: lines and columns count from 1, columns in code points, cells over all cells of the notebook. */
interface PlaceRecord {
  readonly cell: number | null;
  readonly cellId: string | null;
  readonly line: number;
  readonly column: number;
}

export interface SiteRecord extends PlaceRecord {
  readonly form: string;
  readonly to: string | null;
  readonly standing: string;
  readonly status: SiteStatus;
  readonly code: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly safety: Safety;
  readonly group: number;
  /** Recorded in the baseline. */
  readonly known: boolean;
}

export interface DiagnosticRecord extends PlaceRecord {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | null;
  readonly known: boolean;
}

/** One file in `--output-format json` and `ndjson`. */
export interface FileRecord {
  readonly path: string;
  readonly status: Result['status'];
  readonly target: string | null;
  readonly python: string | null;
  readonly sites: readonly SiteRecord[];
  readonly diagnostics: readonly DiagnosticRecord[];
  /** Unified diff that `git apply` accepts; empty where nothing changes. */
  readonly diff: string;
}

export function fileRecord(result: Result): FileRecord {
  return {
    path: result.source.path,
    status: result.status,
    target: result.settings?.to ?? null,
    python: result.settings?.python ?? null,
    sites: result.sites.map((site) => ({
      form: site.form,
      to: site.to ?? null,
      standing: site.standing,
      status: site.status,
      ...placeRecord(site.location),
      code: site.code ?? null,
      message: site.message ?? null,
      hint: site.hint ?? null,
      safety: site.safety,
      group: site.group,
      known: site.known === true,
    })),
    diagnostics: result.diagnostics.map(({ code, severity, message, hint, location, known }) => ({
      code,
      severity,
      message,
      hint: hint ?? null,
      ...placeRecord(location),
      known: known === true,
    })),
    diff: result.status === 'changed' ? rawDiff(result) : '',
  };
}

/** What a run adds up to, in both. */
export interface SummaryRecord
  extends Pick<Tally, 'files' | 'changed' | 'unchanged' | 'failed' | 'skipped' | 'unsafeSites' | 'unconverted'> {
  readonly sites: Tally['sites'];
  readonly forms: readonly (Omit<FormCount, 'to'> & { readonly to: string | null })[];
  readonly codes: Readonly<Record<string, number>>;
  /** Absent: there is no baseline. */
  readonly baseline?: Comparison['fresh'] & Pick<Comparison, 'known' | 'stale'>;
  readonly exitCode: number;
}

export function summaryRecord(tally: Tally, exitCode: number): SummaryRecord {
  const { sites, codes, baseline, ...counts } = tally;
  return {
    files: counts.files,
    changed: counts.changed,
    unchanged: counts.unchanged,
    failed: counts.failed,
    skipped: counts.skipped,
    sites,
    unsafeSites: counts.unsafeSites,
    unconverted: counts.unconverted,
    forms: counts.forms.map((row) => ({ ...row, to: row.to ?? null })),
    codes: Object.fromEntries(codes.map(({ code, count }) => [code, count])),
    ...(baseline !== undefined && { baseline: { known: baseline.known, ...baseline.fresh, stale: baseline.stale } }),
    exitCode,
  };
}

function placeRecord({ cell, cellId, line, column }: Location): PlaceRecord {
  return { cell: cell ?? null, cellId: cellId ?? null, line, column };
}
