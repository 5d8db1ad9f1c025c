import asyncio
from concurrent.futures import ThreadPoolExecutor


async def fetch(n):
    await asyncio.sleep(0)
    return n + 100


def fetch_sync(n):
    return asyncio.run(fetch(n))


with ThreadPoolExecutor(2) as pool:
    print(sorted(pool.map(fetch_sync, range(3))))
    print(pool.submit(fetch_sync, 9).result())
