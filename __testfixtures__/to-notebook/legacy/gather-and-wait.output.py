import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * number


done, _ = await asyncio.wait([asyncio.ensure_future(work(1)), asyncio.ensure_future(work(2))])
print(sorted(task.result() for task in done))
print(await asyncio.gather(work(3), work(4)))
