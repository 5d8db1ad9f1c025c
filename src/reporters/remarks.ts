import { entry, isDiagnosticCode, type Severity } from '../catalog/index.js';
import type { Result, SiteStatus } from '../result.js';
import type { Location, Range } from '../text.js';

/** Something a report says about a place: why a site stays, what to mind where one was converted, a broken cell. */
export interface Remark {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string | undefined;
  readonly at: Range;
  readonly location: Location;
  /** Absent where it belongs to no run site. */
  readonly status?: SiteStatus;
  /** What a converted site is written as. */
  readonly to?: string;
  /** A baseline has recorded it. */
  readonly known: boolean;
}

/** A caution beside a site that did convert must not read like a refusal. */
export function fate({ status, to, known }: Remark): string {
  if (known) return ' (in the baseline)';
  if (status !== 'converted') return '';
  return to === undefined ? ' (converted)' : ` (converted to ${to})`;
}

/** Remarks of a result, by place; none about what a baseline has recorded. */
export function remarks(result: Result): readonly Remark[] {
  return allRemarks(result).filter(({ known }) => !known);
}

/** All remarks of a result, by place. */
export function allRemarks(result: Result): readonly Remark[] {
  const found: Remark[] = result.diagnostics.map(({ code, severity, message, hint, at, location, known }) => ({
    ...{ code, severity, message, hint, at, location },
    known: known === true,
  }));
  for (const { code, message = '', hint, at, location, status, to, known } of result.sites) {
    if (code === undefined && status !== 'blocked') continue;
    const severity = code !== undefined && isDiagnosticCode(code) ? entry(code).severity : 'warning';
    found.push({
      ...{ code: code ?? '', severity, message, hint, at, location, status },
      ...(to !== undefined && { to }),
      known: known === true,
    });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}
