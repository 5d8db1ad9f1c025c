import type { TargetName } from '../options.js';
import { notebook } from './notebook.js';
import { portable } from './portable.js';
import { repl } from './repl.js';
import { script } from './script.js';
import type { Target } from './target.js';

export const targets: Readonly<Record<TargetName, Target>> = { notebook, repl, script, portable };
