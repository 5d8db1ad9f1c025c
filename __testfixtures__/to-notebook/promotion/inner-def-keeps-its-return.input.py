import asyncio


async def get(n):
    await asyncio.sleep(0)
    return [n, -n, n * 2]


def ordered(n):
    def key(x):
        return -x

    values = asyncio.run(get(n))
    return sorted(values, key=key), list(map(lambda x: x + 1, values))


print(ordered(3))
