import asyncio


async def one():
    await asyncio.sleep(0)
    print("one")


async def two():
    await asyncio.sleep(0)
    print("two")


def blocking():
    print("blocking")


with asyncio.Runner() as runner:
    runner.run(one())
    blocking()
    runner.run(two())
