import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


async def one(n): return await get(n)
async def two(n): return await one(n) + await one(n)


if await one(1): print(await two(2)); x = await one(3)
print(x)
