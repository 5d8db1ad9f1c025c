import asyncio
from concurrent.futures import ThreadPoolExecutor


async def square(n):
    await asyncio.sleep(0)
    return n * n


def job(n):
    return asyncio.run(square(n))


with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(job, range(5))))
    futures = [pool.submit(asyncio.run, square(n)) for n in (6, 7)]
print([f.result() for f in futures])
