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


queue = asyncio.Queue()


async def main():
    await queue.put(1)
    return await queue.get()


print(run_sync(main()))
