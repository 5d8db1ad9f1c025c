import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS423


print(f(1))


async def f(n):
    return await get(n)


print(f.__name__)
