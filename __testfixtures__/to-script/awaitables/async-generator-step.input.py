import asyncio


async def count():
    for i in range(3):
        await asyncio.sleep(0)
        yield i


numbers = count()
print(await numbers.__anext__())
print(await numbers.asend(None))
