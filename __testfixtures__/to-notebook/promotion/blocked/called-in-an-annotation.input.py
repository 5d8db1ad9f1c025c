import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS415


def g(n: f(int)):
    return n


print(g.__annotations__)
