import asyncio


async def fetch(x):
    await asyncio.sleep(0)
    return x * 2


total = 0


def add(x):
    global total
    extra = 1
    async with asyncio.Lock():
        extra += await fetch(x)
        total += extra
    x = extra
    return x


print(add(2), total)
