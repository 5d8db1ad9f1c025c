import asyncio

queue = asyncio.Queue()


async def put_all(items):
    for item in items:
        await queue.put(item)
    await queue.put(StopIteration)


async def take_all():
    taken = []
    while (item := await queue.get()) is not StopIteration:
        taken.append(item * 10)
    return taken


async def main():
    putter = asyncio.create_task(put_all(range(4)))
    taken = await take_all()
    await putter
    return taken


print(asyncio.run(main()))
