import type { Entry } from './entry.js';

/** LS7xx: export and main(). */
export const exporting = {} as const satisfies Record<`LS7${string}`, Entry>;
