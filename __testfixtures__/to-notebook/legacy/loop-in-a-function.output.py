import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * number


async def square(number):
    return await work(number)


print(await square(3))
