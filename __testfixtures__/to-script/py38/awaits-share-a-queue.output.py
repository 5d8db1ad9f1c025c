import asyncio


async def produce():
    for number in range(2):
        await queue.put(number)


async def main():
    global queue
    # made here, used everywhere
    queue = asyncio.Queue()

    producer = asyncio.create_task(produce())
    first = await queue.get()
    if (second := await queue.get()) > first:
        print(first, second)
    await producer


if __name__ == "__main__":
    asyncio.run(main())
