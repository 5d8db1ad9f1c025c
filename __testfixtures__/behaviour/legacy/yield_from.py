import asyncio


@asyncio.coroutine
def old(n):
    yield from asyncio.sleep(0)
    return n


async def new(n):
    return (await old(n)) + 1


loop = asyncio.get_event_loop()
print(loop.run_until_complete(new(1)))
