import asyncio


async def work(x):
    await asyncio.sleep(0)
    return x


print(asyncio.run(asyncio.wait_for(work(1), timeout=5)))
