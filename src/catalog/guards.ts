import type { Entry } from './entry.js';

/** LS6xx: guards and nest_asyncio. */
export const guards = {
  LS601: {
    name: 'guard-arms-differ',
    severity: 'warning',
    message: 'the two arms of the guard do different things: {0}',
    hint: 'decide which one the target needs, and write that one',
    why: 'A guard is one site: what both arms do can be written once, what they do differently cannot.',
  },
} as const satisfies Record<`LS6${string}`, Entry>;
