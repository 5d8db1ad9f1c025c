import asyncio

async with asyncio.Lock():
    kind = int
value: kind = 3


def show():
    return value


print(show())
