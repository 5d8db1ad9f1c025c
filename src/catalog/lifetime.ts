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
  LS304: {
    name: 'foreign-loop',
    severity: 'warning',
    message: 'the loop `{0}` is {1}: whoever made it may go on using it',
    hint: 'run the coroutine where the loop is made, or hand over the coroutine in place of the loop',
    why: 'A loop that comes in as a parameter, hangs on an object or is imported has other users. Another loop in its place would leave their tasks, timers and connections behind.',
  },
  LS305: {
    name: 'shared-current-loop',
    severity: 'warning',
    message: 'callers may share the current loop with `{0}`',
    hint: 'if each call stands alone, convert with `--unsafe`; else make one loop where the program starts',
    why: '`asyncio.get_event_loop()` in a function gives whatever loop its callers use. `asyncio.run()` makes a new one for each call, and leaves no current loop behind.',
  },
  LS306: {
    name: 'several-runs-need-runner',
    severity: 'warning',
    message: 'several runs share {0}, and what stands between them cannot move into one coroutine: {1}',
    hint: 'convert for Python 3.11 or later, where `asyncio.Runner` keeps one loop for several runs',
    why: 'A task, a lock, a connection of the first run lives on in the next one, because the loop is the same. Two `asyncio.run()` calls are two loops.',
  },
  LS307: {
    name: 'no-place-for-coroutine',
    severity: 'warning',
    message: '`{0}` must be made inside a coroutine, and none can be put around it here',
    hint: 'write an `async def` that makes and awaits it, and run that',
    why: '`asyncio.gather()`, tasks and futures are bound to a loop when they are made; `asyncio.run()` makes its own loop later, and takes a coroutine.',
  },
  LS308: {
    name: 'loop-chosen-by-condition',
    severity: 'warning',
    message: 'the kind of the loop is chosen by a condition, so there is no one factory to hand to the new driver',
    hint: 'choose a `loop_factory` by the same condition, and pass it to `asyncio.run()` (3.12) or `asyncio.Runner()` (3.11)',
    why: 'A selector loop and a proactor loop differ in what they can do: subprocesses, pipes, signals.',
  },
  LS309: {
    name: 'loop-needed-later',
    severity: 'warning',
    message: '`{0}` on line {1} needs a current loop, and `asyncio.run()` leaves none behind',
    hint: 'move it into the coroutine, or keep the loop with `asyncio.Runner`',
    why: 'After any `asyncio.run()`, `asyncio.get_event_loop()` raises on every Python from 3.7 on, and so does what calls it: `gather()` outside of a coroutine, `app.run_polling()`, the constructors of many clients.',
  },
  LS310: {
    name: 'bridge-splits-loop',
    severity: 'warning',
    message: 'other code shares {0}, and a bridge would give this run a loop of its own',
    hint: 'make the function `async def`, or put the runs into one coroutine',
    why: 'A bridge runs each coroutine on a new loop, in a thread where a loop is running. Tasks, locks and connections of the old loop do not come along.',
  },
  LS311: {
    name: 'stops-the-kernel',
    severity: 'warning',
    message: '`{0}` on line {1} would stop or hang the loop that the kernel itself runs on',
    hint: 'take it away, or wait for your own tasks by name',
    why: 'In a notebook the running loop is the kernel\'s: stopping it kills the kernel, and `all_tasks()` holds the kernel\'s own tasks.',
  },
} as const satisfies Record<`LS3${string}`, Entry>;
