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


async def beat():
    try:
        await asyncio.sleep(0.02)
        print("beat done")
    finally:
        print("beat ends")


async def first():
    done, pending = await asyncio.wait(
        [asyncio.ensure_future(asyncio.sleep(0, 1)), asyncio.ensure_future(beat())],
        return_when=asyncio.FIRST_COMPLETED,
    )
    return len(done), len(pending)


def run(coro):
    return run_sync(coro)  # LS352


print(run(first()))
