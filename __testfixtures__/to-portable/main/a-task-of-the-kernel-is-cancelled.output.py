import asyncio


async def tick():
    await asyncio.sleep(60)
    print("tick")


async def start():
    asyncio.create_task(tick())  # LS703
    await asyncio.sleep(0)
    print("started")


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(start())
else:
    task = loop.create_task(start())
    task.add_done_callback(lambda task: task.result())
