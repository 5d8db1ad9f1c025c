import asyncio


async def double(x):
    return 2 * x


print(asyncio.run(double(2)))
