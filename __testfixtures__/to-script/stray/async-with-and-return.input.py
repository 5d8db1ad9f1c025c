import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def load(x):
    """Load it."""
    label = "loaded"
    # under a lock
    async with asyncio.Lock():
        if x > 2:
            return label, await fetch(x)
    return None


print(load(1), load(3))
