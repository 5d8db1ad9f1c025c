import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS412


g = lambda n: f(n) + 1
print(g(1))
