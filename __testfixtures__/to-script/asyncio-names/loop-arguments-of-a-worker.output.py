import asyncio


async def worker(queue, loop):
    while True:
        item = await queue.get()
        if item is None:
            break
        await asyncio.sleep(0.01)
        print(item)


async def main(loop):
    queue = asyncio.Queue()
    lock = asyncio.Lock()
    task = asyncio.ensure_future(worker(queue, loop), loop=loop)
    async with lock:
        for i in range(2):
            await queue.put(i)
    await queue.put(None)
    await asyncio.wait([task])


async def _main():
    await main(asyncio.get_running_loop())


asyncio.run(_main())
