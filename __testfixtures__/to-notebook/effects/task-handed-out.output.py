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


async def tick():
    await asyncio.sleep(60)


async def start():
    return asyncio.create_task(tick())


async def start_and_wait():
    task = await start()
    task.cancel()
    return task


task = run_sync(start())  # LS340
print(task.cancelled())
print(type(await start_and_wait()).__name__)
