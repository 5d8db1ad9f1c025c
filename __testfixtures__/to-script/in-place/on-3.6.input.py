import asyncio


async def f(x):
    return x


a = await f(1)
b = await f(2)
print(a, b)
