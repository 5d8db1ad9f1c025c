import asyncio


async def get(n):
    await asyncio.sleep(0)
    return n


def f(n):
    return asyncio.run(get(n))  # LS421


print(globals()["f"](1), f(2))
