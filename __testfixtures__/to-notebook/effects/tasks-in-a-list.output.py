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


tasks = []


async def tick(n):
    await asyncio.sleep(0.01)
    print("tick", n)


async def start(n):
    # kept, looked at, and waited for by nobody
    tasks.append(asyncio.create_task(tick(n)))
    if tasks:
        print(len(tasks), tasks[0].done(), [each.done() for each in tasks])


async def start_and_wait(n):
    mine = [asyncio.create_task(tick(n)), asyncio.create_task(tick(n + 1))]
    for each in mine:
        await each


await start_and_wait(1)
run_sync(start(3))  # LS340
print([each.cancelled() for each in tasks])
