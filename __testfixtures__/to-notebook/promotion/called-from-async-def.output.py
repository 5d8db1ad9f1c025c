import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n + 1


async def helper(n):
    return await get(n)


async def main():
    # always failed here: a loop is running
    return await helper(1) + await helper(2)


print(await main())
