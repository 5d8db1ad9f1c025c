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


class Ticker:
    def __init__(self):
        self.count = 0

    async def start(self):
        self.task = asyncio.create_task(self.tick())

    async def tick(self):
        while True:
            await asyncio.sleep(0)
            self.count += 1

    async def stop(self):
        self.task.cancel()


async def look(ticker):
    await ticker.start()
    await asyncio.sleep(0.01)
    return ticker.count > 0


async def look_and_stop():
    ticker = Ticker()
    await ticker.start()
    await asyncio.sleep(0.01)
    await ticker.stop()
    return ticker.count > 0


left = Ticker()


async def main():
    return await look_at_left()


async def look_at_left():
    await left.start()
    await asyncio.sleep(0.01)
    return left.count > 0


print(await look_and_stop())
print(run_sync(main()))  # LS340
print(left.task.cancelled())
