import asyncio


async def work(queue):
    await queue.put(1)


async def main():
    queue = asyncio.Queue()
    await work(queue)
    print(await queue.get())


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("stopped")
