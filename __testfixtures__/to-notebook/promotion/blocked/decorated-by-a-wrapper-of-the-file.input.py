import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def twice(f):
    return lambda n: f(n) * 2


@twice
def f(n):
    return asyncio.run(get(n))  # LS402


print(f(2))
