import asyncio


background_tasks = set()


async def work(n):
    print(n)


async def main():
    task = asyncio.create_task(work(1))  # fire and forget
    background_tasks.add(task)
    task.add_done_callback(background_tasks.discard)
    if True: task = asyncio.create_task(work(2)); background_tasks.add(task); task.add_done_callback(background_tasks.discard)
    await asyncio.sleep(0.01)


asyncio.run(main())
