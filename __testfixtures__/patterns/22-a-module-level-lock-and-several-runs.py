# a module-level lock and several runs
import asyncio

lock = asyncio.Lock()


async def work():
    async with lock:
        await asyncio.sleep(0)


async def both():
    await asyncio.gather(work(), work())


asyncio.run(both())
asyncio.run(both())
