import type { Entry } from './entry.js';

/** LS8xx: other libraries. */
export const libraries = {
  LS801: {
    name: 'other-backend',
    severity: 'warning',
    message: '`{0}` is told to use the backend {1}: its coroutine may not run on asyncio',
    hint: 'keep the call, or drop `backend=` first',
    why: 'A coroutine that awaits trio’s own functions fails on an asyncio loop: a notebook, and `asyncio.run`, have no other.',
  },
  LS802: {
    name: 'function-expected',
    severity: 'warning',
    message: '`{0}` takes the function and its arguments; here something is called, and its result passed',
    hint: 'pass the function without calling it',
    why: '`anyio.run(main())` and `trio.run(main())` raise TypeError: they take the function, not a coroutine. What they run cannot be seen in any other call.',
  },
  LS803: {
    name: 'comment-inside-call',
    severity: 'warning',
    message: 'a comment or an expression stands where the call would be taken apart',
    hint: 'move the comment in front of the statement, and give the function a name',
    why: 'The call goes and its argument stays; a comment between the two would be lost.',
  },
  LS804: {
    name: 'runs-beside-asyncio',
    severity: 'info',
    message: '`trio.run` works where an asyncio loop is running: it is right as it is',
    hint: 'nothing to do; `await` would need `%autoawait trio`',
    why: 'trio makes a loop of its own and knows nothing of the one that runs. Under `%autoawait trio` a cell may await instead.',
  },
  LS805: {
    name: 'result-not-seen',
    severity: 'warning',
    message: '`run_sync` also takes functions that return nothing, and what this one returns cannot be seen',
    hint: 'check that it is an `async def`, then pass --unsafe',
    why: 'Awaiting None raises TypeError. Functions that the file defines with `async def` are converted without a question.',
  },
  LS806: {
    name: 'deadlock',
    severity: 'warning',
    message: '`run_coroutine_threadsafe(…).result()` waits on the thread that is to run the coroutine: a deadlock',
    hint: 'await the coroutine in an `async def`, or hand it to a loop of another thread',
    why: 'The loop cannot go on while its own thread waits for a result. Only a loop that runs in another thread can give one.',
  },
  LS807: {
    name: 'loop-of-another-thread',
    severity: 'info',
    message: 'the coroutine goes to a loop that may run in another thread: it is right as it is',
    hint: 'nothing to do',
    why: '`run_coroutine_threadsafe` is made for that: the loop runs in a thread of its own, so waiting for it blocks nobody.',
  },
  LS808: {
    name: 'sync-wrapper',
    severity: 'warning',
    message: '`{0}` drives a loop of its own, which fails where one is running',
    hint: 'write {1}; --unsafe does it',
    why: 'Libraries offer synchronous wrappers for scripts. What the async twin does besides is their business, so the rewrite is likely right, not proved.',
  },
  LS809: {
    name: 'sync-wrapper-without-twin',
    severity: 'warning',
    message: '`{0}` drives a loop of its own, which fails where one is running',
    hint: 'write {1}',
    why: 'What takes its place in a notebook is more than another name, or its function would have to become async, so it is left to you.',
  },
  LS810: {
    name: 'no-effect-on-running-loop',
    severity: 'info',
    message: '`uvloop.install()` has no effect on the loop that is running already',
    hint: 'remove it, unless threads of the notebook make loops of their own',
    why: 'It sets the policy by which new loops are made. The loop of a kernel has been made before the first cell. uvloop itself calls it deprecated.',
  },
  LS811: {
    name: 'notebook-only-call',
    severity: 'warning',
    message: '`{0}()` is for notebooks: a script has no loop that it could nest in',
    hint: 'remove the call',
    why: 'ib_insync’s `startLoop()` patches the running loop of a kernel so that its blocking calls work there. In a script they work by themselves.',
  },
} as const satisfies Record<`LS8${string}`, Entry>;
