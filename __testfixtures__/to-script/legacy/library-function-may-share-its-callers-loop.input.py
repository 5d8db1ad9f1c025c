import asyncio


async def double(x):
    await asyncio.sleep(0)
    return 2 * x


def double_sync(x):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(double(x))  # LS305
