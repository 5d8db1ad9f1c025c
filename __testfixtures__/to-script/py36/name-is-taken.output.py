import asyncio

loop = 3


async def work(number):
    await asyncio.sleep(0)
    return number * 2


print(asyncio.get_event_loop().run_until_complete(work(loop)))
