import type { Entry } from './entry.js';

/** LS9xx: internal, and transforms that are not loopshift's own. */
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
    why: 'Every output is parsed again before it is shown or written, and what it reads has to be bound as before.',
  },
  LS903: {
    name: 'transform-failed',
    severity: 'error',
    message: 'the transform `{0}` failed: {1}',
    hint: 'mend the transform; with LOOPSHIFT_DEBUG=1 the whole trace is shown',
    why: 'The code of a transform threw an error, or gave a finding that no transform may give. The file stays as it was and the run goes on.',
  },
  LS904: {
    name: 'rewrites-overlap',
    severity: 'error',
    message: 'two rewrites of `{0}` want the same place: "{1}", and "{2}" at line {3}',
    hint: 'let the transform yield one rewrite for both, or leave one of them out',
    why: 'Which of two edits of one place should win cannot be known, so neither is made and the file stays as it was.',
  },
  LS905: {
    name: 'transform-breaks-syntax',
    severity: 'error',
    message: 'with the edits of `{0}` the file would not be valid Python any more: {1}',
    hint: 'mend the transform; nothing was written',
    why: 'Every output is parsed again before it is shown or written, and what it reads has to be bound as before.',
  },
  LS906: {
    name: 'unsafe-rewrite',
    severity: 'info',
    message: 'the transform `{0}` would {1}: likely right, not proved',
    hint: 'check it, then pass --unsafe',
    why: 'A transform marks a rewrite as unsafe where it rests on something the file does not show. Such rewrites are made only where they are asked for.',
  },
  LS907: {
    name: 'output-does-not-compile',
    severity: 'error',
    message: 'internal error: CPython {0} does not compile the output: {1}',
    hint: 'please report it with the file, unless it is your own transform that wrote it; nothing was written',
    why: 'With `--verify` a CPython compiles every output, cell by cell for a notebook, before it is shown or written. What it does not compile either of the source is not counted.',
  },
  LS908: {
    name: 'not-verified',
    severity: 'error',
    message: 'CPython {0} cannot say whether the output compiles: {1}',
    hint: 'name another one with `--verify-with PATH`, or leave `--verify` away; nothing was written',
    why: 'With `--verify` nothing is written that was not compiled: not where the CPython died of it, took a minute, or is too old for `await` at module level.',
  },
  LS909: {
    name: 'transform-unbinds-name',
    severity: 'error',
    message: 'the transform `{0}` takes away what binds `{1}`, which line {2} goes on reading',
    hint: 'mend the transform: it may take a statement that does nothing but what it looks for',
    why: 'A statement may bind a name on the way: `ok = faulthandler.enable()` takes `ok` along. What reads the name would raise a NameError, so nothing is changed.',
  },
} as const satisfies Record<`LS9${string}`, Entry>;
