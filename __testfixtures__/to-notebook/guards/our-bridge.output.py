import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


async def twice(name):
    return await main(name) * 2


print(await main())
print(await twice("ab"))
