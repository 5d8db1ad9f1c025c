import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    return asyncio.run(get(n))


def other(n):
    return helper(n) + helper(n + 1)


async def main():
    return await get(3)


print(other(1), asyncio.run(main()))
