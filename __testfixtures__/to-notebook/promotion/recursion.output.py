import asyncio


async def children(n):
    await asyncio.sleep(0)
    return list(range(n))


async def count(n):
    total = 1
    for child in await children(n):
        total += await count(child)
    return total


async def is_even(n):
    return True if n == 0 else await is_odd(n - 1)


async def is_odd(n):
    await children(0)
    return False if n == 0 else await is_even(n - 1)


print(await count(4), await is_even(7), await is_odd(7))
