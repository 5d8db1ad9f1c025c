import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


loop = "loop"
task = "task"
try:
    loop_2 = asyncio.get_running_loop()
except RuntimeError:
    loop_2 = None
if loop_2 is None:
    asyncio.run(main(loop + task))
else:
    task_2 = loop_2.create_task(main(loop + task))
    task_2.add_done_callback(lambda task_2: task_2.result())
