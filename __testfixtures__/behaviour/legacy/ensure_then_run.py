import asyncio


async def child(n):
    await asyncio.sleep(0)
    return n * n


async def parent():
    task = asyncio.ensure_future(child(7))
    return await task


def go():
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(parent())


print(go())
