import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def double(number):
    # one loop
    return asyncio.run(work(number))


print(double(1), double(2))
