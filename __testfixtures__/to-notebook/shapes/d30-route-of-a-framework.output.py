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


class App:
    def get(self, path):
        return lambda handler: handler


app = App()


async def load(n):
    await asyncio.sleep(0)
    return n


@app.get("/")
async def route():
    return await load(1)


@app.get("/legacy")
async def legacy():
    return await load(2)


@app.get("/sync")
def sync():
    return run_sync(load(3))  # LS402


print(sync())
