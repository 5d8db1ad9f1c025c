import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


first = asyncio.run(square(3))
second = asyncio.run(square(first))
print(first, second)
print(asyncio.run(square(second)), sep=", ")
