import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS422


print(f(1))
f = len
print(f([1]))
