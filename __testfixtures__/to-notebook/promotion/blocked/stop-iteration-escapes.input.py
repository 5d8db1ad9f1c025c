import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(numbers):
    return asyncio.run(get(next(numbers)))  # LS420


print(f(iter([1])))
