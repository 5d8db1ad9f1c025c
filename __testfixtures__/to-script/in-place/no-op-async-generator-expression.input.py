import asyncio


async def numbers():
    for i in range(3):
        yield i


async def total(values):
    return sum([value async for value in values])


print(asyncio.run(total(number * 2 async for number in numbers())))
