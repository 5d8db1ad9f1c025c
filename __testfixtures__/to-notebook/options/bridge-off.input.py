import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


f = lambda n: asyncio.run(get(n))  # LS201
print(f(1), sum(asyncio.run(get(n)) for n in range(2)))  # LS202


class K:
    n = asyncio.run(get(1))  # LS203
