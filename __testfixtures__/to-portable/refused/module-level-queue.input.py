import asyncio

queue = asyncio.Queue()
queue.put_nowait(0)


async def main():
    await queue.put(1)
    return await queue.get()


print(asyncio.run(main()))  # LS623
