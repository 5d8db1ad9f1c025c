import type { Entry } from './entry.js';

/** LS1xx: reading a file. */
export const reading = {
  LS101: {
    name: 'undecodable',
    severity: 'error',
    message: 'cannot decode the file: {0}',
    hint: 'name its encoding in a PEP 263 comment, or save it as UTF-8',
    why: 'Python reads a source file as UTF-8 unless its first two lines, or a byte order mark, say otherwise. Guessing would change bytes.',
  },
  LS102: {
    name: 'invalid-json',
    severity: 'error',
    message: 'the notebook is not valid JSON: {0}',
    hint: 'restore the file from git, or mend the JSON at this place',
    why: 'A notebook is edited inside its own JSON text; text that is not JSON has no cells to edit.',
  },
  LS103: {
    name: 'not-a-notebook',
    severity: 'error',
    message: 'the file is JSON, but not a notebook: {0}',
    hint: 'a notebook has `cells` (nbformat 4) or `worksheets` (nbformat 3)',
    why: 'Only nbformat 3 and 4 documents have cells whose place in the text is known.',
  },
  LS104: {
    name: 'empty-notebook',
    severity: 'error',
    message: 'the notebook file is empty',
    hint: 'a new notebook has at least `{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}`',
    why: 'An empty file is not valid JSON, and Jupyter refuses it too.',
  },
  LS105: {
    name: 'unreadable',
    severity: 'error',
    message: 'cannot read the file: {0}',
    hint: 'check the path and its permissions',
    why: 'The run goes on with the other files, and ends with exit code 2.',
  },
  LS110: {
    name: 'other-language-kernel',
    severity: 'info',
    message: 'the notebook runs on a {0} kernel, not on Python',
    hint: 'nothing to do: its cells are left alone',
    why: 'C#, TypeScript and R notebooks hold text that looks like `await` too.',
  },
  LS111: {
    name: 'syntax-error',
    severity: 'warning',
    message: 'not valid Python: {0}',
    hint: 'mend the syntax, then run loopshift again',
    why: 'What a broken statement means cannot be known, so a script with one is left alone, and so is a notebook cell; the other cells are converted.',
  },
  LS112: {
    name: 'unknown-cell-magic',
    severity: 'warning',
    message: '`%%{0}` is not a cell magic that loopshift knows; the cell is left alone',
    hint: "if its body is Python in the notebook's namespace, name it in `python-cell-magics` of `[tool.loopshift]`",
    why: 'What an unknown magic does with its cell cannot be known: it may run it, write it to a file or send it elsewhere.',
  },
  LS113: {
    name: 'skipped',
    severity: 'info',
    message: 'skipped, as {0} asks',
    hint: 'remove the comment or the tag to convert it',
    why: '`# loopshift: skip`, `# loopshift: skip-file` and the cell tag `loopshift-skip` leave a site, a file or a cell alone.',
  },
  LS114: {
    name: 'too-deep',
    severity: 'warning',
    message: 'nested too deeply to be read: {0}',
    hint: 'the file is left alone; it is probably generated',
    why: 'CPython itself gives up on such input.',
  },
} as const satisfies Record<`LS1${string}`, Entry>;
