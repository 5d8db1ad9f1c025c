import asyncio


async def main():
    task = asyncio.create_task(asyncio.sleep(0))
    await task
    await asyncio.create_task(asyncio.sleep(0))


asyncio.run(main())
