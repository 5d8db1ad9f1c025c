import asyncio


class Worker:
    def __init__(self, loop):
        self.queue = asyncio.Queue()
        self.lock = asyncio.Lock()


async def main():
    worker = Worker(asyncio.get_running_loop())
    async with worker.lock:
        await worker.queue.put(1)
    await asyncio.sleep(0)
    return await asyncio.wait_for(worker.queue.get(), timeout=1)


print(asyncio.run(main()))
