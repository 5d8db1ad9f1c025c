import asyncio


async def load(n):
    await asyncio.sleep(0)
    return n


def fetch(n):
    """Fetches n.

    >>> fetch(1)
    1
    """
    return asyncio.run(load(n))  # LS416


print(fetch(2))
