import asyncio

# made here, used everywhere
queue = asyncio.Queue()


async def produce():
    for number in range(2):
        await queue.put(number)


producer = asyncio.create_task(produce())
first = await queue.get()
if (second := await queue.get()) > first:
    print(first, second)
await producer
