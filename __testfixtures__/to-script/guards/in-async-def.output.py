import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def outer():
    name = await main()
    print("outer got", name)


asyncio.run(outer())
