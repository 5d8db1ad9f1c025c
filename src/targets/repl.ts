import { finishNestAsyncio } from './nest-asyncio.js';
import { chooseForNotebook } from './notebook.js';
import type { Target } from './target.js';

export const repl: Target = {
  name: 'repl',
  summary: '`python -m asyncio` (3.8 and later): a loop is running, inputs may await',
  since: '3.8',
  choose: chooseForNotebook,
  finish: finishNestAsyncio,
};
