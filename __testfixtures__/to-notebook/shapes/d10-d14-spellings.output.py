import asyncio

start = asyncio.run


async def load(n):
    await asyncio.sleep(0)
    return [n]


print(await load(1), await load(2), await load(3), await load(4), await load(5))
print((await load(6))[0], (await load(7)).index(7), (await load(lambda n: n))[0](8))
print(await (load(1) if await load(0) else load(2)), not await load(3), await load(4) or 5)
