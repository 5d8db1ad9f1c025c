import asyncio


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [queue.get_nowait() for _ in range(queue.qsize())]


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
queue = asyncio.Queue()
loop.run_until_complete(fill(queue))
print("filled")
print(loop.run_until_complete(drain(queue)))
loop.close()
