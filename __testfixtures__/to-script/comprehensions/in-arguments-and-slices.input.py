import asyncio


async def double(number):
    await asyncio.sleep(0)
    return number * 2


async def numbers(count):
    for number in range(count):
        yield number


print(max([await double(number) for number in range(3)]), end="\n")
total = sum([number async for number in numbers(4)][: await double(1)])
print({number: await double(number) async for number in numbers(2)}, total)
