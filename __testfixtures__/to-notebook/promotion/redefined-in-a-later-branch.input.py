import asyncio
import sys


async def get(n):
    await asyncio.sleep(0)
    return n


if sys.version_info >= (3, 0):
    def f(n):
        return asyncio.run(get(n))
else:
    def f(n):
        return n


print(f(5))
