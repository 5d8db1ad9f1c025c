import asyncio


async def page(n):
    await asyncio.sleep(0)
    return list(range(n))


def pages(count):
    for n in range(count):
        yield asyncio.run(page(n))


for p in pages(3):
    print(p)
