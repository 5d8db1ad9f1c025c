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


async def heartbeat(name):
    try:
        while True:
            await asyncio.sleep(0.01)
    finally:
        print(name, "stops")


async def tick():
    while True:
        await asyncio.sleep(0.01)


class Monitor:
    def __init__(self, name):
        self.name = name

    def stop(self, task):
        task.cancel()


async def says_so():
    task = asyncio.create_task(heartbeat("first"))
    await asyncio.sleep(0.02)
    task.cancel()
    print("work done")


async def through_a_method():
    task = asyncio.create_task(heartbeat("second"))
    await asyncio.sleep(0.02)
    Monitor("m").stop(task)


async def says_nothing():
    task = asyncio.create_task(tick())
    await asyncio.sleep(0.02)
    task.cancel()


async def waits_for_it():
    task = asyncio.create_task(heartbeat("third"))
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


run_sync(says_so())  # LS354
print("after first")
run_sync(through_a_method())  # LS354
print("after second")
await says_nothing()
await waits_for_it()
print("after third")
