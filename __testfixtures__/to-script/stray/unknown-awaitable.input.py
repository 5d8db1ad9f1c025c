import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def later(x):
    return fetch(x)


def load(x):
    return await later(x)


print(load(5))
