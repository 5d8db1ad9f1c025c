import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    for i in range(n):
        yield asyncio.run(get(i))  # LS408


print(list(f(2)))
