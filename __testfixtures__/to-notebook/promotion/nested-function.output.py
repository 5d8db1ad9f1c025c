import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n * 2


async def total(numbers):
    async def one(n):
        return await get(n)

    result = 0
    for n in numbers:
        result += await one(n)
    return result


print(await total([1, 2, 3]))
