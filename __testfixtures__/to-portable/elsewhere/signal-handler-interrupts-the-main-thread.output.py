import asyncio
import concurrent.futures
import contextvars
import signal


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


async def report():
    await asyncio.sleep(0)
    print("report at signal")


def on_signal(number, frame):
    run_sync(report())


signal.signal(signal.SIGUSR1, on_signal)
signal.raise_signal(signal.SIGUSR1)
print("done")
