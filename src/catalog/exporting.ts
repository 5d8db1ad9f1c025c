import type { Entry } from './entry.js';

/** LS7xx: export and main(). */
export const exporting = {
  LS701: {
    name: 'names-reached-dynamically',
    severity: 'warning',
    message: 'the code would move into `{0}()`, but `{1}` reaches names of the module by other means than their name',
    hint: 'write the names out, or choose --python 3.11, where a module-level `asyncio.Runner` leaves them where they are',
    why: '`globals()`, `locals()`, `exec` and `eval` see the names of the place they run in. What is a name of the module today would be a local of the function.',
  },
  LS702: {
    name: 'star-import-in-span',
    severity: 'warning',
    message: '`{0}` stands between statements that would move into a function, where it is illegal',
    hint: 'import the names one by one, or move the line to the top of the file',
    why: '`import *` is allowed at module level only, and moving it up could change which of two equal names wins.',
  },
  LS703: {
    name: 'background-task-ends',
    severity: 'warning',
    message: 'nothing waits for the task that is started here: it is cancelled when `{0}` ends',
    hint: 'keep the task and await it where its work has to be done',
    why: 'In a notebook the loop goes on after the cell; `asyncio.run` cancels what is still running when its coroutine returns.',
  },
  LS704: {
    name: 'interrupt-inside-coroutine',
    severity: 'warning',
    message: '`except KeyboardInterrupt` moves into the coroutine, where Ctrl-C arrives as `CancelledError`',
    hint: 'catch KeyboardInterrupt around `asyncio.run(...)`',
    why: 'On Ctrl-C `asyncio.run` cancels the coroutine first and raises KeyboardInterrupt when it has ended, so only a handler outside sees it.',
  },
  LS705: {
    name: 'runs-inside-main',
    severity: 'warning',
    message: 'it would be called inside `{0}()`, where a loop is running already',
    hint: 'make it `async def` and await it, or choose --python 3.11, where an `asyncio.Runner` can drive the other sites',
    why: 'A loop cannot run inside a running one: what starts a loop of its own cannot be called from the coroutine that the other sites move into.',
  },
  LS706: {
    name: 'annotation-needs-moved-name',
    severity: 'warning',
    message: 'the annotation of `{0}` would have to stay at module level, but needs names that move into a function',
    hint: 'drop the annotation, or define what it names at the top of the file',
    why: 'An annotated name cannot be declared global in a function: `x: int = 1` is split into `x: int` outside and `x = 1` inside.',
  },
  LS707: {
    name: 'processes-miss-globals',
    severity: 'warning',
    message: 'names that `{0}()` binds are missing in child processes that start from a fresh interpreter: {1}',
    hint: 'pass them to the child, or bind them at module level',
    why: 'A spawned child imports the file and does not run what stands under `if __name__ == "__main__":`. From Python 3.14 children start that way by default.',
  },
} as const satisfies Record<`LS7${string}`, Entry>;
