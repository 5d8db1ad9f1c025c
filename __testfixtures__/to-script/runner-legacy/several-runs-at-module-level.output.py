import asyncio


async def fill(queue):
    await queue.put(1)


async def drain(queue):
    return await queue.get()


queue = asyncio.Queue()


async def main():
    await fill(queue)
    print("filled")
    print(await drain(queue))
    print("done")


if __name__ == "__main__":
    asyncio.run(main())
