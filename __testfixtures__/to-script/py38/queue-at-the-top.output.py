import asyncio


async def produce(number):
    async with lock:
        await queue.put(number)


async def main():
    await asyncio.gather(*(produce(number) for number in range(3)))
    return [await queue.get() for _ in range(3)]


async def _main():
    global queue, lock
    queue = asyncio.Queue()
    lock = asyncio.Lock()

    print(await main())


if __name__ == "__main__":
    asyncio.run(_main())
