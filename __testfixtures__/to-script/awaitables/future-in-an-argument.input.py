import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


print(await asyncio.wait_for(asyncio.gather(work(1), work(2)), 5))
print(await asyncio.shield(work(3)))
