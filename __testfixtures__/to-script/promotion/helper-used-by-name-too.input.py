import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    return asyncio.run(get(n))  # LS401


async def main():
    return helper(1), list(map(helper, [2]))


print(main.__name__)
