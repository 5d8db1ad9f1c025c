import type { OptionSpec } from '../src/index.js';

/** The option of every conversion to `await`: both have a loop that runs, but `python -m asyncio` takes fewer shapes. */
export const target: OptionSpec<'notebook' | 'repl'> = {
  summary: 'where it is to run',
  default: 'notebook',
  choices: ['notebook', 'repl'],
};
