import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


f = lambda n: asyncio.run(get(n))  # LS201
print(f(1), list(map(lambda n: asyncio.run(get(n)) + 1, [1, 2])))  # LS201
