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


async def get(n):
    await asyncio.sleep(0)
    return n


class K:
    def __init__(self, n):
        self.n = run_sync(get(n))  # LS407

    @property
    def twice(self):
        return run_sync(get(self.n)) * 2  # LS404

    def __iter__(self):
        return iter([run_sync(get(n)) for n in range(self.n)])  # LS407


print(K(2).n, K(3).twice, list(K(2)))
