import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


print(await get(1), await get(2))
print(await get(3), await get(4))
