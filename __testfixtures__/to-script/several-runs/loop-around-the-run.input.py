import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


loop = asyncio.get_event_loop()
for number in range(3):
    print(loop.run_until_complete(work(number)))
