import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


print(await asyncio.gather(work(1), work(2)))
