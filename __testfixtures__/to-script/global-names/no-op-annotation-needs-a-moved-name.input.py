import asyncio

async with asyncio.Lock():  # LS706
    kind = int
value: kind = 3


def show():
    return value


print(show())
