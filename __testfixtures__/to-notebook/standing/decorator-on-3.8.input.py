import asyncio


async def deco(n):
    await asyncio.sleep(0)
    return lambda g: g


def make(n):
    return asyncio.run(deco(n))  # LS415


@asyncio.run(deco(1))  # LS215
def g():
    return 1


@make(2)
def h():
    return 2


print(g(), h())
