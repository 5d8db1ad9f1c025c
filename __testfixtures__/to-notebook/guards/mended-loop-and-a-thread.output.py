import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def go(name):
    return await main(name)


print(await go("thread"))
