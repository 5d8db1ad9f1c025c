import asyncio


async def first():
    await asyncio.sleep(0)
    return 1


loop = asyncio.get_event_loop()
print(loop.run_until_complete(first()))  # LS309


def is_fresh():
    return not asyncio.get_event_loop().is_closed()


print(is_fresh())
