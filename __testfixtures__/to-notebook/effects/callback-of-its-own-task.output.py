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


def report(task):
    print("done", task.cancelled())


async def worker():
    task = asyncio.current_task()
    task.add_done_callback(report)
    await asyncio.sleep(0)
    print("worked")


# its callback is called when it ends, in front of what follows
run_sync(worker())  # LS356
print("behind")


# a task of its own is the same everywhere, but which one it is cannot be seen from here
async def main():
    await asyncio.create_task(worker())
    await asyncio.sleep(0)
    print(asyncio.current_task().done())


run_sync(main())  # LS356
