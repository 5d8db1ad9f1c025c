import asyncio


async def main():
    print("working")
    await asyncio.sleep(0)
    raise ValueError("no rows")


try:  # LS615
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(main())
else:
    task = loop.create_task(main())
    task.add_done_callback(lambda task: task.result())
