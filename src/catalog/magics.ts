import type { Entry } from './entry.js';

/** LS5xx: notebooks and magics. */
export const magics = {
  LS501: {
    name: 'await-under-magic',
    severity: 'warning',
    message: '`await` is a SyntaxError under `{0}`',
    hint: 'time it with `time.perf_counter()`, or take the magic away',
    why: '`%%time`, `%time`, `%timeit` and `%prun` compile their code without top-level await on every IPython so far.',
  },
} as const satisfies Record<`LS5${string}`, Entry>;
