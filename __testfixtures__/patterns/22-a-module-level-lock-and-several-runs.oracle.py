import asyncio

lock = asyncio.Lock()


async def work():
    async with lock:
        await asyncio.sleep(0)


async def both():
    await asyncio.gather(work(), work())


async def main():
    await both()
    await both()


asyncio.run(main())
