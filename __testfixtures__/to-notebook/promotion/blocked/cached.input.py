import asyncio
import functools


async def get(n):
    await asyncio.sleep(0)
    return n


@functools.lru_cache(maxsize=None)
def f(n):
    return asyncio.run(get(n))  # LS403


print(f(2), f(2))
