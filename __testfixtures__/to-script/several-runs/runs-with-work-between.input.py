import asyncio


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]


queue = asyncio.Queue()
loop = asyncio.new_event_loop()
loop.run_until_complete(fill(queue))
# both on one loop
print("filled", queue.qsize())
print(loop.run_until_complete(drain(queue)))
loop.close()
