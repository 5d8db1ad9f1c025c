import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n + 1


async def helper(n):
    return n + 2


async def helper(n):
    return await get(n)


async def main():
    return await helper(1) + await helper(2)


print(asyncio.run(helper(3)), asyncio.run(main()))
