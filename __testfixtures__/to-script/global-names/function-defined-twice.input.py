import asyncio


async def step():
    return 1


queue = asyncio.Queue()
await queue.put(await step())


async def step():
    return 2


await queue.put(await step())
print(await queue.get(), await queue.get())
