import asyncio


async def square(x):
    return x * x


lazy = (await square(i) for i in range(2))
print(type(lazy).__name__)
