import asyncio
from functools import lru_cache


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS403


@lru_cache
def g(n):
    return f(n) + 1


print(g(2))
