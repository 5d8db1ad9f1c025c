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


async def check(n):
    await asyncio.sleep(0)
    if n > 1:
        raise ValueError(n)
    return n


async def main():
    # The program ends with the error: main() is waited for.
    print(await check(1))
    print(await check(2))


if __name__ == "__main__":
    run_sync(main())
