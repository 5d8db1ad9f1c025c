import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


name = "semicolon"
try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(main(name))
else:
    task = loop.create_task(main(name))
    task.add_done_callback(lambda task: task.result())
