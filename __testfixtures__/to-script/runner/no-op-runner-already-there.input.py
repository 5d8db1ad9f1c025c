import asyncio


async def work(queue):
    await queue.put(1)
    return await queue.get()


queue = asyncio.Queue()
with asyncio.Runner() as runner:
    print(runner.run(work(queue)))
    exec("value = 2")
    print(value)
