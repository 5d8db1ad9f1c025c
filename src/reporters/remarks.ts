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
}

/** All remarks of a result, by place; none about what a baseline has recorded. */
export function remarks(result: Result): readonly Remark[] {
  const fresh = result.diagnostics.filter((each) => each.known !== true);
  const found: Remark[] = fresh.map(({ code, severity, message, hint, at, location }) => ({
    code,
    severity,
    message,
    hint,
    at,
    location,
  }));
  for (const { code, message, hint, at, location, status, known: isKnown } of result.sites) {
    if (isKnown === true) continue;
    if (code === undefined && status !== 'blocked') continue;
    const known = code !== undefined && isDiagnosticCode(code) ? entry(code) : undefined;
    const severity = known?.severity ?? 'warning';
    found.push({ code: code ?? '', severity, message: message ?? '', hint, at, location, status });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}
