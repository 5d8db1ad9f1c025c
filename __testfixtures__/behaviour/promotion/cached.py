import asyncio
from functools import lru_cache

calls = []


async def _expensive(n):
    calls.append(n)
    await asyncio.sleep(0)
    return n ** 2


@lru_cache(maxsize=None)
def expensive(n):
    return asyncio.run(_expensive(n))


print(expensive(3), expensive(3), expensive(4))
print(calls)
