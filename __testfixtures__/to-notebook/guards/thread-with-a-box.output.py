import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(await main("dict"))


async def go(name):
    return await main(name)


print(await go("list"))

await main("args")
