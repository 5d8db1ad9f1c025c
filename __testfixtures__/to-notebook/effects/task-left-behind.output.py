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


async def tick(name):
    try:
        await asyncio.sleep(0.2)
        print(name, "came to its end")
    finally:
        print(name, "is over")


async def main():
    asyncio.create_task(tick("first"))
    await asyncio.sleep(0.01)
    return "main is done"


background = set()


async def other():
    task = asyncio.ensure_future(tick("second"))
    background.add(task)
    task.add_done_callback(background.discard)
    await asyncio.sleep(0.01)
    return "other is done"


print(run_sync(main()))  # LS340
print(run_sync(other()))  # LS340
