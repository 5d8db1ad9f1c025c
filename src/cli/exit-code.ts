import type { Tally } from '../reporters/index.js';

export interface ExitPolicy {
  readonly check: boolean;
  readonly errorOnUnconverted: boolean;
}

/**
 * `0` done, also where sites stay blocked; `1` only for who asked for it; `2` where a file could not be read, is not what it
 * claims, could not be written, or loopshift is at fault. `2` beats `1`. With a baseline, only what is new counts.
 */
export function exitCode(tally: Tally, policy: ExitPolicy): 0 | 1 | 2 {
  if (tally.failed > 0) return 2;
  const { changed, unconverted } = tally.baseline?.fresh ?? {
    changed: tally.changed,
    unconverted: tally.sites.blocked + tally.unconverted,
  };
  if (policy.check && changed + unconverted > 0) return 1;
  return policy.errorOnUnconverted && unconverted > 0 ? 1 : 0;
}
