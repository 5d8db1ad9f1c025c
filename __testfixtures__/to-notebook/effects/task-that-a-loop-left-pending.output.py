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


ends = []


async def tick():
    try:
        await asyncio.sleep(60)
    finally:
        ends.append(1)


async def start():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    return "started"


# A loop of the file's own leaves the task pending; the one that the bridge makes cancels it.
print(run_sync(start()))  # LS340
