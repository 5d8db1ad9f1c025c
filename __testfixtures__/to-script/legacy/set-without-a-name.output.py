import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


print(asyncio.run(work("a")))
