import asyncio


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]


queue = asyncio.Queue()
with asyncio.Runner() as runner:
    runner.run(fill(queue))
    # both on one loop
    print("filled", queue.qsize())
    print(runner.run(drain(queue)))
