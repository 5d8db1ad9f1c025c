import asyncio

async with asyncio.Lock():
    x = 1
global y
y = 2


def show():
    return x, y


print(show())
