import asyncio
import time


async def fill(queue):
    for item in range(3):
        await queue.put(item)


async def drain(queue):
    return [await queue.get() for _ in range(queue.qsize())]


def describe(loop, queue):
    print(loop is not None, queue.qsize())


started = time.time()


async def main():
    queue = asyncio.Queue()
    print("filling", started > 0)
    await fill(queue)
    describe(asyncio.get_running_loop(), queue)
    print(await drain(queue))


if __name__ == "__main__":
    asyncio.run(main())
