import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


print(asyncio.run(work(1)))
