import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS415


print(f(1))  # loopshift: skip
