import type { Entry } from './entry.js';

/** LS39x: event loop policies. */
export const policies = {
  LS391: {
    name: 'policy-not-for-one-run',
    severity: 'warning',
    message: '`{0}` cannot become `loop_factory=`: {1}',
    hint: 'pass `loop_factory=` to `asyncio.run` by hand',
    why: 'A policy holds for every loop that is made after it, anywhere in the process; `loop_factory=` for the one run it is passed to. The two are the same only where one run is all there is. Policies are deprecated from Python 3.14.',
  },
} as const satisfies Record<`LS39${number}`, Entry>;
