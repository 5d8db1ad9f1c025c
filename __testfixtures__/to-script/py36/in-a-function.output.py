import asyncio
from asyncio import sleep


async def work(number):
    await sleep(0)
    return number * 2


def double(number):
    loop = asyncio.get_event_loop()
    return loop.run_until_complete(work(number))


numbers = [asyncio.get_event_loop().run_until_complete(work(number)) for number in range(3)]
print(double(2), numbers)
