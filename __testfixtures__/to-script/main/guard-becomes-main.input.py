import asyncio


async def work(queue):
    await queue.put(1)


if __name__ == "__main__":
    queue = asyncio.Queue()
    await work(queue)
    print(await queue.get())
