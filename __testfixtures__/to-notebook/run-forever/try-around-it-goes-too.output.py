import asyncio


async def tick():
    while True:
        print("tick")
        await asyncio.sleep(30)


loop = asyncio.get_running_loop()
task = loop.create_task(tick())
