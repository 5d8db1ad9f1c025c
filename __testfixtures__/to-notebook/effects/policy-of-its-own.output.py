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


class CountingLoop(asyncio.SelectorEventLoop):
    def start(self, coro):
        self.started = getattr(self, "started", 0) + 1
        return self.create_task(coro)


class CountingPolicy(asyncio.DefaultEventLoopPolicy):
    def new_event_loop(self):
        return CountingLoop()


async def main():
    loop = asyncio.get_running_loop()
    await loop.start(asyncio.sleep(0))
    return loop.started


asyncio.set_event_loop_policy(CountingPolicy())
print(run_sync(main()))  # LS357
