import type { Entry } from './entry.js';

/** LS4xx: promotion of sync helpers. */
export const promotion = {} as const satisfies Record<`LS4${string}`, Entry>;
