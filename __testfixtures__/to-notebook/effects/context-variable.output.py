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


user = contextvars.ContextVar("user", default="nobody")
request = contextvars.ContextVar("request", default=0)


async def login():
    user.set("me")
    await asyncio.sleep(0)
    return user.get()


async def handle(n):
    token = request.set(n)
    await asyncio.sleep(0)
    try:
        return request.get()
    finally:
        request.reset(token)


print(run_sync(login()))  # LS341
print(user.get())
print(await handle(1), request.get())
