import asyncio


async def put(queue, item):
    await queue.put(item)


async def main():
    queue = asyncio.Queue()
    await put(queue, 1)
    print(await queue.get())


if __name__ == "__main__":
    asyncio.get_event_loop().run_until_complete(main())
