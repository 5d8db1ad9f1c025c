import asyncio

queue = asyncio.Queue()


async def main():
    await queue.put(1)
    return await queue.get()


print(asyncio.run(main()))
