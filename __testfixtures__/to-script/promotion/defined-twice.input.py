import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n + 1


def helper(n):
    return n + 2


def helper(n):
    return asyncio.run(get(n))


async def main():
    return helper(1) + helper(2)


print(helper(3), asyncio.run(main()))
