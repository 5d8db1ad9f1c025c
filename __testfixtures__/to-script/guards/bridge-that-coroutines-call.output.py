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


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


def go(name):
    return run_sync(main(name))


event = asyncio.Event()
event.set()


async def _main():
    await event.wait()
    print(go("helper"))


if __name__ == "__main__":
    asyncio.run(_main())
