import type { SiteStatus } from '../../result.js';
import type { ReportStyle } from '../reporter.js';

/** An inventory converts nothing: it tells what could be. */
export function statusName(status: SiteStatus, { command }: ReportStyle): SiteStatus | 'convertible' {
  return command === 'scan' && status === 'converted' ? 'convertible' : status;
}
