import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS401


TABLE = {"f": f}
print(TABLE["f"](1))
