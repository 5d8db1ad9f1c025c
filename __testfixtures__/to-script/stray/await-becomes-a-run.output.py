import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def load(x):
    """Load it."""
    result = asyncio.run(fetch(x))
    return result


def show():
    print(asyncio.run(fetch(4)))


print(load(3))
show()
