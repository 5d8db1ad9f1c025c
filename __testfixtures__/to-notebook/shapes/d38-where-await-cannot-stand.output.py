import asyncio
import concurrent.futures
import contextvars


def run_sync(coro):
    """Run a coroutine to completion, also where an event loop is already running."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        return asyncio.run(coro)
    # The running loop cannot be waited for from here: the coroutine gets a thread, and a loop, of its own.
    with concurrent.futures.ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(contextvars.copy_context().run, asyncio.run, coro).result()


async def load(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self):
        self.n = run_sync(load(1))  # LS407

    @property
    def p(self):
        return run_sync(load(2))  # LS404

    def __del__(self):
        run_sync(load(3))  # LS407


key = lambda n: run_sync(load(-n))  # LS201
k = K()
print(k.n, k.p, sorted([1, 2], key=key))
del k
