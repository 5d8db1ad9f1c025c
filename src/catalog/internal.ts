import type { Entry } from './entry.js';

/** LS9xx: internal. */
export const internal = {
  LS901: {
    name: 'internal-error',
    severity: 'error',
    message: 'internal error: {0}',
    hint: 'please report it with the file; nothing was written',
    why: 'A bug in loopshift. The file stays as it was and the run goes on.',
  },
  LS902: {
    name: 'output-does-not-parse',
    severity: 'error',
    message: 'internal error: the output would not be valid Python any more: {0}',
    hint: 'please report it with the file; nothing was written',
    why: 'Every output is parsed again before it is shown or written.',
  },
} as const satisfies Record<`LS9${string}`, Entry>;
