import asyncio


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [queue.get_nowait() for _ in range(queue.qsize())]


queue = asyncio.Queue()
await fill(queue)
print("filled")
print(await drain(queue))
