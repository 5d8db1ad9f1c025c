import asyncio
import functools


async def get(n):
    await asyncio.sleep(0)
    return n


def f(a, b):
    return asyncio.run(get(a + b))  # LS401


print(functools.partial(f, 1)(2))
