import asyncio


async def tick():
    await asyncio.sleep(60)


async def start():
    return asyncio.create_task(tick())


async def start_and_wait():
    task = await start()
    task.cancel()
    return task


task = asyncio.run(start())  # LS340
print(task.cancelled())
print(type(asyncio.run(start_and_wait())).__name__)
