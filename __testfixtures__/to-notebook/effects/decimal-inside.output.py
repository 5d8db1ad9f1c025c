"""The coroutine sets the precision of its own context, which no decimal has been made in yet."""
import asyncio
import concurrent.futures
import contextvars
import decimal


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


async def third():
    decimal.getcontext().prec = 4
    await asyncio.sleep(0)
    return decimal.Decimal(1) / 3


print(run_sync(third()))  # LS341
print(decimal.Decimal(1) / 3)
