import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


def doubles(values):
    for value in values:
        async with asyncio.Lock():  # LS709
            yield value


print(list(doubles([1])))
