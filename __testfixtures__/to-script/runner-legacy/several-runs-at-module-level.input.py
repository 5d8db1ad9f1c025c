import asyncio


async def fill(queue):
    await queue.put(1)


async def drain(queue):
    return await queue.get()


queue = asyncio.Queue()
with asyncio.Runner() as runner:
    runner.run(fill(queue))
    print("filled")
    print(runner.run(drain(queue)))
print("done")
