import asyncio


async def get(n):
    await asyncio.sleep(0)
    return [n, -n, n * 2]


async def ordered(n):
    def key(x):
        return -x

    values = await get(n)
    return sorted(values, key=key), list(map(lambda x: x + 1, values))


print(await ordered(3))
