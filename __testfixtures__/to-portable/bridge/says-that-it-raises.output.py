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


class Empty(Exception):
    pass


def pick(rows):
    try:
        return rows[0]
    except IndexError:
        raise Empty("nothing came") from None


async def fetch(n):
    await asyncio.sleep(0)
    return list(range(n))


async def main():
    print("first", pick(await fetch(2)))
    print("second", pick(await fetch(0)))


if __name__ == "__main__":
    # the program ends with Empty, and a task would not tell
    run_sync(main())
