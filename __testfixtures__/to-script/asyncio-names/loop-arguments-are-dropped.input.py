import asyncio


class Worker:
    def __init__(self, loop):
        self.queue = asyncio.Queue(loop=loop)
        self.lock = asyncio.Lock(
            loop=loop,
        )


async def main():
    worker = Worker(asyncio.get_running_loop())
    async with worker.lock:
        await worker.queue.put(1)
    await asyncio.sleep(0, loop=None)
    return await asyncio.wait_for(worker.queue.get(), timeout=1, loop=asyncio.get_running_loop())


print(asyncio.run(main()))
