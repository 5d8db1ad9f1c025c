import asyncio


async def load(n):
    await asyncio.sleep(0)
    return n


async def fetch(n):
    return await load(n)


print(await load(1), await fetch(2))
