import asyncio
import concurrent.futures
import contextvars
import json


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


async def get(n):
    await asyncio.sleep(0)
    return {"n": n}


async def load(n):
    return await get(n)


async def show(n, as_json=lambda n: json.dumps(run_sync(get(n)))):  # LS201
    print(as_json(n), await load(n))


await show(1)
while True:
    await get(2)
    break
print(json.dumps(await get(3)))
await get(4) if __name__ == "__main__" else None
