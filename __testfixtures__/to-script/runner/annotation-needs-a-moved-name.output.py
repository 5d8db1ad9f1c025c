import asyncio


async def step():
    global kind
    async with asyncio.Lock():
        kind = int


asyncio.run(step())

value: kind = 3


def show():
    return value


print(show())
