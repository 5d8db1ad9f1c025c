import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def pipe(values):
    queue = asyncio.Queue()
    for value in values:
        await queue.put(value)
    got = [await queue.get() for _ in values]
    print(got)


pipe([1, 2])
