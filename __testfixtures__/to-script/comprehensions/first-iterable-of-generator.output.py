import asyncio


async def load():
    await asyncio.sleep(0)
    return [1, 2, 3]


print(sum(i for i in asyncio.run(load())))
