import asyncio


async def one():
    return 1


def helper():
    return asyncio.run(one())


async with asyncio.Lock():  # LS705
    print(helper())
