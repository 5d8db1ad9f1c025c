import asyncio

shared = []


async def writer(lock, event, name):
    await event.wait()
    async with lock:
        for i in range(2):
            shared.append(name)
            await asyncio.sleep(0)


async def main():
    lock, event = asyncio.Lock(), asyncio.Event()
    writers = [asyncio.ensure_future(writer(lock, event, n)) for n in "xy"]
    await asyncio.sleep(0)
    event.set()
    for w in writers:
        await w


asyncio.run(main())
print("".join(shared))
