import asyncio


async def put(queue, item):
    await queue.put(item)


queue = asyncio.Queue()
await put(queue, 1)
print(await queue.get())
