import asyncio
import random


async def producer(queue, n):
    for i in range(n):
        await asyncio.sleep(0)
        await queue.put(i)
        print(f"produced {i}")
    await queue.put(None)


async def consumer(queue):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            break
        total += item
    print("consumed, total:", total)


async def main():
    queue = asyncio.Queue()
    await asyncio.gather(producer(queue, 5), consumer(queue))


asyncio.run(main())
