import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


print([[asyncio.run(square(i)) for i in range(j)] for j in range(3)])
