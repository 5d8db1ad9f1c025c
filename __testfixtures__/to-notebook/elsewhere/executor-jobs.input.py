import asyncio
import functools
from concurrent.futures import ThreadPoolExecutor


async def get(n):
    await asyncio.sleep(0)
    return n


def work(n):
    return asyncio.run(get(n))  # LS213


class Pool:
    def __init__(self):
        self.executor = ThreadPoolExecutor(1)

    def job(self, n):
        return asyncio.run(get(n))  # LS213

    def start(self, n):
        return self.executor.submit(self.job, n)


with ThreadPoolExecutor(2) as pool:
    print(pool.submit(work, 1).result(), list(pool.map(work, [2, 3])))
    later = pool.submit(lambda: asyncio.run(get(4)))  # LS213
    print(later.result())
    print(pool.submit(functools.partial(work, 5)).result())
print(Pool().start(6).result())
