import type { Entry } from './entry.js';

/** LS39x: event loop policies. */
export const policies = {
  LS391: {
    name: 'policy-not-for-one-run',
    severity: 'info',
    message: '`{0}` stays: {1}',
    hint: 'pass `loop_factory=` to `asyncio.run` by hand',
    why: 'A policy holds for every loop that is made after it, anywhere in the process; `loop_factory=` (Python 3.12) for the one run it is passed to. The two are the same only where all that makes loops can be seen, and told. Policies are deprecated from Python 3.14, and go in 3.16.',
  },
  LS392: {
    name: 'policy-others-may-want',
    severity: 'warning',
    message: '`{0}` may be meant for more than the runs of this file: {1} may make a loop too',
    hint: 'see that nothing else wants it, then pass --unsafe',
    why: 'A policy holds for everything that runs beside it. A library that is called where a loop runs uses that loop; one that is called elsewhere may make its own, and so may a file that imports this one.',
  },
} as const satisfies Record<`LS39${number}`, Entry>;
