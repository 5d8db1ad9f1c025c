import asyncio


async def get(number):
    await asyncio.sleep(0)
    return number


async def helper(number):
    return await get(number)


async def main():
    return await helper(1) + await helper(2)


print(asyncio.run(main()))
