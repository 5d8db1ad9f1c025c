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


class Bot:
    def spawn(self, coro):
        return asyncio.create_task(coro)

    async def poll(self):
        try:
            await asyncio.sleep(30)
        finally:
            print("poll ends")

    async def load(self):
        await asyncio.sleep(0)
        return "loaded"

    async def run(self):
        self.task = self.spawn(self.poll())
        await asyncio.sleep(0)
        return "bot"


bot = Bot()
print(run_sync(bot.run()))  # LS340
