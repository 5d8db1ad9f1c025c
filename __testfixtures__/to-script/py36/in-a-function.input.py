from asyncio import run, sleep


async def work(number):
    await sleep(0)
    return number * 2


def double(number):
    return run(work(number))


numbers = [run(work(number)) for number in range(3)]
print(double(2), numbers)
