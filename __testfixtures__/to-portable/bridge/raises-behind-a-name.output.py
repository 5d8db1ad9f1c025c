import asyncio
import concurrent.futures
import contextvars
import functools


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


async def load(name):
    await asyncio.sleep(0)
    print("load", name)


async def check(name, limit):
    await asyncio.sleep(0)
    if len(name) > limit:
        raise ValueError(f"{name} is too long")


STEPS = {"load": load, "check": functools.partial(check, limit=3)}


async def main():
    for step in STEPS.values():
        await step("name")


run_sync(main())
