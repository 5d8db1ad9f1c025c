import asyncio
import threading


async def answer(n):
    await asyncio.sleep(0)
    return n + 40


def run_sync(coro):
    """Runs a coroutine whether or not a loop is running here."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)
    box = {}

    def target():
        box["value"] = asyncio.run(coro)

    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    return box["value"]


print(run_sync(answer(2)))
print([run_sync(answer(n)) for n in range(3)])
