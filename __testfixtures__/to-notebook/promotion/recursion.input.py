import asyncio


async def children(n):
    await asyncio.sleep(0)
    return list(range(n))


def count(n):
    total = 1
    for child in asyncio.run(children(n)):
        total += count(child)
    return total


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    asyncio.run(children(0))
    return False if n == 0 else is_even(n - 1)


print(count(4), is_even(7), is_odd(7))
