import type { Entry } from './entry.js';

/** LS5xx: notebooks and magics. */
export const magics = {
  LS501: {
    name: 'await-under-magic',
    severity: 'warning',
    message: '`await` is a SyntaxError under `{0}`',
    hint: 'take the magic away, or measure what the coroutine does by hand',
    why: '`%timeit`, `%prun` and their like compile their code without top-level await on every IPython so far, and nothing else repeats or profiles it the same way.',
  },
  LS502: {
    name: 'await-under-time',
    severity: 'warning',
    message: '`await` is a SyntaxError under `{0}`; `time.perf_counter()` in its place shows the wall time only',
    hint: 'time it with `time.perf_counter()` (--unsafe does), or take the magic away',
    why: '`%%time` and `%time` compile their code without top-level await on every IPython so far. What they print, CPU times and all, has no equal in plain code.',
  },
  LS503: {
    name: 'capture-written-out',
    severity: 'info',
    message:
      '`with capture_output()` takes the place of `%%capture`: an exception now leaves the cell, and the value of its last expression is not shown',
    hint: 'nothing to do, unless the cell is meant to fail in silence',
    why: 'Under `%%capture` the cell is run inside the running one, and a cell that awaits cannot be. The context manager that the magic itself uses can hold an await.',
  },
  LS504: {
    name: 'capture-options',
    severity: 'warning',
    message: '`%%capture {0}` has options that are not understood',
    hint: 'write `with capture_output():` yourself',
    why: 'Known are `--no-stderr`, `--no-stdout`, `--no-display` and one name for the output.',
  },
  LS505: {
    name: 'autoawait-elsewhere',
    severity: 'warning',
    message: '`%autoawait {0}` stands in front, so an asyncio `await` fails here',
    hint: 'write `%autoawait asyncio` in front of this cell',
    why: 'With autoawait off a top-level await is a SyntaxError; with trio or curio a cell is driven by that library, which does not know what asyncio’s coroutines yield.',
  },
  LS506: {
    name: 'await-of-another-loop',
    severity: 'warning',
    message: 'under `%autoawait {0}` this is awaited by {0}, not by asyncio',
    hint: 'in a script, `{0}.run(main)` takes the function that awaits it',
    why: '`asyncio.run` cannot drive coroutines of trio or curio.',
  },
  LS507: {
    name: 'run-magic',
    severity: 'info',
    message: '`%run {0}` runs a file in this kernel: what drives a loop in there still fails',
    hint: 'convert that file too, or import its coroutine functions and await them',
    why: 'A file that calls `asyncio.run` raises RuntimeError under `%run`, and one with a top-level await is a SyntaxError there, whatever becomes of this notebook.',
  },
  LS508: {
    name: 'no-asyncio-repl',
    severity: 'warning',
    message: 'there is no `python -m asyncio` on Python {0}',
    hint: 'choose --python 3.8 or newer, or another target',
    why: 'The asyncio REPL, and the compiler flag that it rests on, came with Python 3.8.',
  },
  LS509: {
    name: 'repl-takes-single-lines',
    severity: 'info',
    message:
      'piped into `python -m asyncio`, Python {0} takes statements of one line only; the first that is longer is on line {1}',
    hint: 'paste the text into a terminal, where longer ones work',
    why: 'From Python 3.13 on every line that is not typed at a terminal is compiled on its own: a block is an IndentationError, an open bracket a SyntaxError.',
  },
  LS510: {
    name: 'repl-wants-blank-line',
    severity: 'info',
    message:
      'piped or pasted into `python -m asyncio`, Python {0} ends a block at a blank line, and nowhere else; see line {1}',
    hint: 'let one blank line follow each block, and none stand inside',
    why: 'Until Python 3.12 the REPL reads as the classic one does: a blank line inside a block ends it early, and a statement right behind a block is a SyntaxError.',
  },
  LS511: {
    name: 'capture-keeps-a-display',
    severity: 'warning',
    message: '`%%capture {0}` keeps what the cell displays at its end, which a `with` block does not display',
    hint: 'end the cell with `display(…)`, or with a `;`',
    why: 'Only the last expression of a cell is displayed; inside of `with capture_output():` it is none. What is captured would be one output short.',
  },
  LS512: {
    name: 'text-drives-a-loop',
    severity: 'warning',
    message: '`{0}` runs text that drives a loop: it stays as it is, and fails where a loop is running',
    hint: 'write the text as code of the cell, then run loopshift again',
    why: 'Text in strings is never changed: only whoever runs it knows what it is. In a notebook what it runs stands inside the running loop, and an `await` is no way out, since neither `exec()` nor `run_line_magic()` takes one.',
  },
  LS513: {
    name: 'written-module-drives-a-loop',
    severity: 'warning',
    message: '`{0}`, which this cell writes and line {1} imports, drives a loop: in this kernel that fails',
    hint: 'define its functions in a cell, or let the module give coroutine functions that cells await',
    why: 'A file is for others too, so what `%%writefile` writes is left alone. Where the notebook imports it, its `asyncio.run()` is called inside of the running loop.',
  },
} as const satisfies Record<`LS5${string}`, Entry>;
