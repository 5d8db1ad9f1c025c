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


async def main():
    """What asyncio.run() in a coroutine does: it fails."""
    values = [await get(n) for n in range(2)]
    keep = lambda: run_sync(get(1))  # LS201
    return values, keep


print(len(await main()))
