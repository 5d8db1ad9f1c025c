import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


async def outer():
    return await main("inner")


def call():
    return asyncio.run(outer())


print(call())
