# G1 the same, and something comes behind it
import asyncio


async def main():
    await asyncio.sleep(0)
    print("main")
    return 1


try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    loop = None
if loop is None:
    asyncio.run(main())
else:
    task = loop.create_task(main())
    task.add_done_callback(lambda task: task.result())
print("done")
