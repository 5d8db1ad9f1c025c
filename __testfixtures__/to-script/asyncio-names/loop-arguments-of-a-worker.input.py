import asyncio


async def worker(queue, loop):
    while True:
        item = await queue.get()
        if item is None:
            break
        await asyncio.sleep(0.01, loop=loop)
        print(item)


async def main(loop):
    queue = asyncio.Queue(loop=loop)
    lock = asyncio.Lock(loop=loop)
    task = asyncio.ensure_future(worker(queue, loop), loop=loop)
    async with lock:
        for i in range(2):
            await queue.put(i)
    await queue.put(None)
    await asyncio.wait([task], loop=loop)


loop = asyncio.get_event_loop()
loop.run_until_complete(main(loop))
