import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS413


print(sum(f(n) for n in range(3)))
