import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def helper(n):
    return asyncio.run(get(n))  # LS412


async def main():
    return sorted([2, 1], key=lambda n: helper(n))


print(main.__name__)
