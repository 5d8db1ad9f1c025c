import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n * 2


def total(numbers):
    def one(n):
        return asyncio.run(get(n))

    result = 0
    for n in numbers:
        result += one(n)
    return result


print(total([1, 2, 3]))
