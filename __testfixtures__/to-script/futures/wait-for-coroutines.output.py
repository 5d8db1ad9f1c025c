import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    return await asyncio.wait([asyncio.ensure_future(work(1)), asyncio.ensure_future(work(2))])


done, _ = asyncio.run(main())
print(sorted(task.result() for task in done))
