import asyncio


async def add(a, b):
    await asyncio.sleep(0)
    return a + b


print(asyncio.run(add(asyncio.run(add(1, 2)), asyncio.run(add(3, 4)))))
total = asyncio.run(add(1, 1))
total += asyncio.run(add(total, asyncio.run(add(0, 1))))
print(total)
