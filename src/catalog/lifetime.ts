import type { Entry } from './entry.js';

/** LS3xx: loop lifetime. */
export const lifetime = {
  LS301: {
    name: 'hangs-together',
    severity: 'warning',
    message: 'left alone with the site on line {0}: they share {1}',
    hint: 'convert the other site first; its own message says how',
    why: 'Sites that share a loop, or hang on one helper, convert together or not at all. After one `asyncio.run()`, `asyncio.get_event_loop()` raises on every Python from 3.7 on, so converting half of them breaks the rest.',
  },
  LS302: {
    name: 'loop-escapes',
    severity: 'warning',
    message: 'the loop `{0}` is used elsewhere too: {1}',
    hint: 'use `asyncio.get_running_loop()` inside the coroutines, then run loopshift again',
    why: 'Timers, tasks and futures that are bound to the old loop would silently never run on another one.',
  },
  LS303: {
    name: 'overlapping-rewrites',
    severity: 'warning',
    message: 'its edits overlap those of another rewrite, on line {0}',
    hint: 'convert that one first, then run loopshift again',
    why: 'Two rewrites never touch the same place: the later one is refused, and said so.',
  },
} as const satisfies Record<`LS3${string}`, Entry>;
