import asyncio as aio


async def main():
    await aio.sleep(0)
    print("hello")


try:
    loop = aio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    aio.run(main())
else:
    task = loop.create_task(main())
    task.add_done_callback(lambda task: task.result())
