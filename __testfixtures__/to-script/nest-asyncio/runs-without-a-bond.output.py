import asyncio


async def double(x):
    await asyncio.gather(asyncio.sleep(0), asyncio.sleep(0))
    return 2 * x


print(asyncio.run(double(1)))
print(asyncio.run(double(2)))
