import asyncio


async def main(queue):
    await queue.put("x")


queue = asyncio.Queue()


async def _main():
    await main(queue)
    print(await queue.get())


if __name__ == "__main__":
    asyncio.run(_main())
