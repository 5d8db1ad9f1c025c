import asyncio


async def one():
    return 1


def helper():
    return asyncio.run(one())


queue = asyncio.Queue()
await queue.put(helper())
print(await queue.get())
