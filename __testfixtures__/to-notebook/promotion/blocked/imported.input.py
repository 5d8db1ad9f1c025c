import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def _one(n):
    return asyncio.run(get(n))  # LS429


def fetch(n):
    return _one(n)


def own(n):
    return asyncio.run(get(n))  # LS415


if __name__ == "__main__":
    print(fetch(1), own(2))
    asyncio.run(get(1))  # LS430
