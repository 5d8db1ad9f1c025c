import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def load(x):
    """Load it."""
    label = "loaded"

    async def main():
        # under a lock
        async with asyncio.Lock():
            if x > 2:
                return label, await fetch(x)
        return None

    return asyncio.run(main())


print(load(1), load(3))
