import asyncio


async def answer():
    await asyncio.sleep(0)
    return 42


def compute():
    # a loop of its own
    return asyncio.run(answer())


print(compute())
