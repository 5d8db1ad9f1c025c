import type { Entry } from './entry.js';

/** LS65x: nest_asyncio, and why it stays. */
export const nestAsyncio = {
  LS650: {
    name: 'nest-asyncio-for-site',
    severity: 'warning',
    message: '`{0}` stays: the site on line {1} still runs a loop inside the running one',
    hint: 'convert that site first; its own message says how',
    why: '`asyncio.run` and `run_until_complete` work inside a running loop only while nest_asyncio is applied. It goes when every site that it served is converted.',
  },
  LS651: {
    name: 'nest-asyncio-for-library',
    severity: 'info',
    message: 'event loops may run inside {1}, which would need `{0}`',
    hint: 'pass --unsafe to remove it all the same, if the library does no such thing',
    why: 'Many notebooks apply nest_asyncio for a library’s insides. What a library does cannot be seen from the file; the standard library and the well-known ones that run no loops are known not to.',
  },
  LS652: {
    name: 'nest-asyncio-without-site',
    severity: 'info',
    message: '`{0}` stays: nothing in this file shows what it is for',
    hint: 'remove it, if no library needs it',
    why: 'In six of ten notebooks that apply nest_asyncio there is neither an await nor a run site: it serves what is called, not what is seen.',
  },
  LS653: {
    name: 'nest-asyncio-for-run-magic',
    severity: 'info',
    message: '`{0}` stays: `%run {1}` runs a file in this kernel, which may need it',
    hint: 'convert that file too, then remove it',
    why: 'A file with `asyncio.run` works under `%run` only while nest_asyncio is applied.',
  },
  LS654: {
    name: 'nest-asyncio-used-otherwise',
    severity: 'warning',
    message: '`{0}` does more with nest_asyncio than to apply it',
    hint: 'write `import nest_asyncio` and `nest_asyncio.apply()` as statements of their own, or remove them by hand',
    why: 'Only an import and a call of `apply()` whose value nobody reads can be taken away without changing anything else.',
  },
  LS655: {
    name: 'nest-asyncio-shares-loop',
    severity: 'warning',
    message: '`{0}` stays: with it all runs share one loop, and {1} may depend on that',
    hint: 'put what shares a loop into one `async def main()`, then run loopshift again',
    why: 'While nest_asyncio is applied, `asyncio.run` never closes its loop: queues, locks, clients and background tasks live on from one run to the next. Without it each run has a loop of its own.',
  },
  LS656: {
    name: 'nest-asyncio-breaks-timeouts',
    severity: 'warning',
    message: 'while `nest_asyncio` is applied, `wait_for`, `timeout` and `TaskGroup` raise on Python {0}',
    hint: 'convert the sites that need it, or use its successor `nest_asyncio2`',
    why: 'nest_asyncio is no longer maintained. From Python 3.14 on `current_task()` is None while it is applied, so whatever asks for the current task fails.',
  },
  LS657: {
    name: 'nest-asyncio-with-uvloop',
    severity: 'warning',
    message: '`nest_asyncio` cannot patch a loop of uvloop: `apply()` raises ValueError',
    hint: 'remove one of the two',
    why: 'The call fails halfway, and leaves asyncio patched for threads.',
  },
  LS658: {
    name: 'nest-asyncio-in-unread-cell',
    severity: 'warning',
    message: '`{0}` stays: the cell on line {1} cannot be read, and may need it',
    hint: 'mend that cell, then run loopshift again',
    why: 'What a cell with a syntax error does cannot be known.',
  },
  LS659: {
    name: 'nest-asyncio-needed-by-library',
    severity: 'info',
    message: '`{0}` stays: event loops are known to run inside {1}',
    hint: 'use its async functions, and remove nest_asyncio when none of its synchronous ones is called any more',
    why: 'These libraries drive coroutines from synchronous functions, which raises inside a running loop unless nest_asyncio is applied.',
  },
} as const satisfies Record<`LS65${string}`, Entry>;
