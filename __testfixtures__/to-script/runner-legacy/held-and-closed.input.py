import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


runner = asyncio.Runner()
print(runner.run(work(1)))
print(runner.run(work(2)))
runner.close()
