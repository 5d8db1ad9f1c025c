import asyncio
import concurrent.futures
import contextlib
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


async def rows():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


async def first():
    async for row in rows():
        return row


async def refused():
    async for row in rows():
        if row == 1:
            raise ValueError(row)


async def closed():
    async with contextlib.aclosing(rows()) as each:
        async for row in each:
            return row


print(run_sync(first()))  # LS349
print(await closed())
try:
    run_sync(refused())  # LS349
except ValueError as error:
    print("refused", error)
