import asyncio


async def fetch(n):
    await asyncio.sleep(0)
    return n * 2


def get(n):
    result = asyncio.run(fetch(n))
    return result


print(get(4))
