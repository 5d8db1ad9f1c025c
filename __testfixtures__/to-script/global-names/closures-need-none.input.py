import asyncio

async with asyncio.Lock():
    factor = 3
scale = lambda x: x * factor
print([scale(i) for i in range(3)], sum(factor * i for i in range(3)))
