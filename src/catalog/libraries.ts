import type { Entry } from './entry.js';

/** LS8xx: other libraries. */
export const libraries = {} as const satisfies Record<`LS8${string}`, Entry>;
