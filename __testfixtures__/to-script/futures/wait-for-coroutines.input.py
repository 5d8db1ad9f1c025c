import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


loop = asyncio.get_event_loop()
done, _ = loop.run_until_complete(asyncio.wait([work(1), work(2)]))
print(sorted(task.result() for task in done))
loop.close()
