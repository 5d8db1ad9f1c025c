import type { Tally } from '../reporters/index.js';

export interface ExitPolicy {
  readonly check: boolean;
  readonly errorOnUnconverted: boolean;
}

/**
 * `0` done, also where sites stay blocked; `1` only for who asked for it; `2` where a file could not be read, is not what it
 * claims, could not be written, or loopshift is at fault. `2` beats `1`.
 */
export function exitCode(tally: Tally, policy: ExitPolicy): 0 | 1 | 2 {
  if (tally.failed > 0) return 2;
  const unconverted = tally.sites.blocked + tally.unconverted > 0;
  if (policy.check && (tally.changed > 0 || unconverted)) return 1;
  return policy.errorOnUnconverted && unconverted ? 1 : 0;
}
