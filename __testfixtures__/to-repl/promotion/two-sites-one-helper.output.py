import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def a():
    first = await get(1)
    second = await get(2)
    return first + second


async def b():
    return await a() + await get(3)


print(await a(), await b())
