import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


loop = asyncio.get_event_loop()
first, second = loop.run_until_complete(asyncio.gather(work(1), work(2)))
print(first, second)
loop.close()
