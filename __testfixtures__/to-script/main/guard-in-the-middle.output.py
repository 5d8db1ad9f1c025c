import asyncio

queue = asyncio.Queue()


async def main():
    await queue.put(1)
    await queue.put(2)

    # only as a script
    print(await queue.get())

    print(await queue.get())


if __name__ == "__main__":
    asyncio.run(main())
