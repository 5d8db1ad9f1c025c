import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # loopshift: skip


print(f(1))
print(await get(2))
