import asyncio

queue = asyncio.Queue()


async def produce(n):
    for i in range(n):
        await queue.put(i)


async def consume(n):
    return [await queue.get() for _ in range(n)]


async def main():
    await produce(3)
    print(await consume(3))


if __name__ == "__main__":
    asyncio.run(main())
