import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def one(n): return asyncio.run(get(n))
def two(n): return one(n) + one(n)


if one(1): print(two(2)); x = one(3)
print(x)
