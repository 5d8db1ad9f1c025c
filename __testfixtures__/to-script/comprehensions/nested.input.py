import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


print([[await square(i) for i in range(j)] for j in range(3)])
