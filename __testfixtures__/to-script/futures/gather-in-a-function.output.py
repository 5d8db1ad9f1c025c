import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


def both(a, b):
    async def main():
        return await asyncio.gather(work(a), work(b))

    return sum(asyncio.run(main()))


print(both(1, 2), both(3, 4))
