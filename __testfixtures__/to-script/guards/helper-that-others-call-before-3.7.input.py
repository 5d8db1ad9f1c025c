import asyncio
from concurrent.futures import ThreadPoolExecutor


def run_sync(coro):
    try:
        asyncio.get_running_loop()  # LS316
    except RuntimeError:
        return asyncio.run(coro)  # LS635
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coro).result()  # LS316


print(run_sync.__name__)
