import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


async def main():
    return await asyncio.gather(work(1), work(2))


first, second = asyncio.run(main())
print(first, second)
