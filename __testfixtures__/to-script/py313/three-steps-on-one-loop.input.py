import asyncio


async def one():
    await asyncio.sleep(0)
    print("one")


async def two():
    await asyncio.sleep(0)
    print("two")


def blocking():
    print("blocking")


loop = asyncio.get_event_loop()
loop.run_until_complete(one())
blocking()
loop.run_until_complete(two())
loop.close()
