import { call } from './call.js';
import { cell } from './cell.js';
import { name } from './name.js';
import { standing } from './standing.js';
import type { Template } from './template.js';

/** Every template, the usual one first. */
export const templates = [call, name, standing, cell] as const satisfies readonly Template[];
