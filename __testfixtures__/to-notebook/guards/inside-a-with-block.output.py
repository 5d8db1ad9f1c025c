import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import contextlib


async def go(name):
    with contextlib.suppress(KeyError):
        return await main(name)


print(await go("with"))
