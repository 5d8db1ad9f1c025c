import asyncio


async def step():
    return 1


queue = asyncio.Queue()


async def main():
    global step
    await queue.put(await step())

    async def step():
        return 2

    await queue.put(await step())
    print(await queue.get(), await queue.get())


if __name__ == "__main__":
    asyncio.run(main())
