import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


with asyncio.Runner() as runner:
    print(runner.run(work(1)))
