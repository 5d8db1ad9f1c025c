import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n + 1


def helper(n):
    return asyncio.run(get(n))


async def main():
    # always failed here: a loop is running
    return helper(1) + helper(2)


print(asyncio.run(main()))
