# a module-level queue before the run
import asyncio

queue = asyncio.Queue()


async def main():
    await queue.put(1)
    print(await queue.get())


asyncio.run(main())
