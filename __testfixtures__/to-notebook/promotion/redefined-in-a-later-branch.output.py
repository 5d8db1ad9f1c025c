import asyncio
import sys


async def get(n):
    await asyncio.sleep(0)
    return n


if sys.version_info >= (3, 0):
    async def f(n):
        return await get(n)
else:
    async def f(n):
        return n


print(await f(5))
