import asyncio


async def tick():
    while True:
        await asyncio.sleep(1)


loop = asyncio.get_running_loop()
task = loop.create_task(tick())
