import asyncio


async def one():
    return 1


def helper():
    return asyncio.run(one())


queue = asyncio.Queue()
await queue.put(helper())  # LS705
print(await queue.get())  # LS705
