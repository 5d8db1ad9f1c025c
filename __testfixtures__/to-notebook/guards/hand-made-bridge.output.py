import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    return name


print(await main())
