import asyncio
from concurrent.futures import ThreadPoolExecutor


async def load(n):
    await asyncio.sleep(0)
    return n


def fetch(n):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, load(n)).result()


print(ThreadPoolExecutor().submit(asyncio.run, load(1)).result(), fetch(2))
