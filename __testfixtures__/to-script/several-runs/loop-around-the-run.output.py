import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


with asyncio.Runner() as runner:
    for number in range(3):
        print(runner.run(work(number)))
