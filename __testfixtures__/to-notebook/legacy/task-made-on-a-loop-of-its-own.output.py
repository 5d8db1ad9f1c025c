import asyncio


async def work(name):
    await asyncio.sleep(0)
    return name.upper()


loop = asyncio.get_running_loop()
task = loop.create_task(work("a"))
print(await task)
