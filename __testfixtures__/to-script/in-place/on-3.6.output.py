import asyncio


async def f(x):
    return x


loop = asyncio.get_event_loop()
a = loop.run_until_complete(f(1))
b = loop.run_until_complete(f(2))
print(a, b)
