import asyncio
import concurrent.futures
import contextvars
import sys


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


async def poll(n):
    await asyncio.sleep(0)
    if n == 1:
        sys.exit("no answer")
    return n


async def main():
    return await asyncio.gather(poll(0), poll(1))


async def stop():
    sys.exit("stopped")


try:
    print(run_sync(main()))  # LS350
except SystemExit as error:
    print("exit:", error)

# awaited, it comes out of the await
try:
    await stop()
except SystemExit as error:
    print("exit:", error)
