import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


first = await square(3)
second = await square(first)
print(first, second)
print(await square(second), sep=", ")
