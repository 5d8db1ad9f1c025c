import asyncio

async with asyncio.Lock():
    start = 5


def count(n, first=start):
    return list(range(first, first + n))


print(count(2))
