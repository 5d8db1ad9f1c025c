import asyncio


async def main(queue):
    await queue.put("x")


queue = asyncio.Queue()
await main(queue)
print(await queue.get())
