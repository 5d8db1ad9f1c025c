import asyncio


async def work(queue):
    await queue.put(1)


try:
    queue = asyncio.Queue()
    await work(queue)
    print(await queue.get())
except KeyboardInterrupt:
    print("stopped")
