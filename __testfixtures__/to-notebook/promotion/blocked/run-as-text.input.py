import asyncio
import timeit


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS421


print(timeit.timeit("f(1)", setup="from __main__ import f", number=1) > 0)
