import asyncio


async def square(x):
    await asyncio.sleep(0)
    return x * x


async with asyncio.Lock():  # LS301
    squares = [[await square(i) for i in range(j)] for j in range(3)]  # LS206
print(squares)
