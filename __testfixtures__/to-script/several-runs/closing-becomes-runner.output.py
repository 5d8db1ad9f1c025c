import asyncio


async def work(number):
    return number * 2


with asyncio.Runner() as runner:
    for number in range(3):
        print(runner.run(work(number)))
