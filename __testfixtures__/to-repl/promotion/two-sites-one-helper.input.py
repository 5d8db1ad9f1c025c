import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def a():
    first = asyncio.run(get(1))
    second = asyncio.run(get(2))
    return first + second


def b():
    return a() + asyncio.run(get(3))


print(a(), b())
