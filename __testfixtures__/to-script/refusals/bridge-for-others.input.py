import asyncio
from concurrent.futures import ThreadPoolExecutor


def drive(coro):
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(coro)  # LS635
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coro).result()
