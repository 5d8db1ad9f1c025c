import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


async def count(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


def total(n):
    result = 0
    async for i in count(n):
        result += i
    return result


def values(n): return [i async for i in count(n)]


print(total(4), values(3))
