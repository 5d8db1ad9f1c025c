import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


import sys

if len(sys.argv) > 100:
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        asyncio.run(main("many"))
    else:
        task = loop.create_task(main("many"))
        task.add_done_callback(lambda task: task.result())
else:
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    if loop is None:
        asyncio.run(main("few"))
    else:
        task = loop.create_task(main("few"))
        task.add_done_callback(lambda task: task.result())
