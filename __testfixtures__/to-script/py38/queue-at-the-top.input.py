import asyncio

queue = asyncio.Queue()
lock = asyncio.Lock()


async def produce(number):
    async with lock:
        await queue.put(number)


async def main():
    await asyncio.gather(*(produce(number) for number in range(3)))
    return [await queue.get() for _ in range(3)]


loop = asyncio.get_event_loop()
print(loop.run_until_complete(main()))
loop.close()
