import asyncio


async def main(name="main"):
    await asyncio.sleep(0)
    print("hello from", name)
    return name


tasks = set()
try:
    loop = asyncio.get_running_loop()
except RuntimeError:
    asyncio.run(main())
else:
    task = loop.create_task(main())
    tasks.add(task)
    task.add_done_callback(lambda t: t.result())
    task.add_done_callback(tasks.discard)
