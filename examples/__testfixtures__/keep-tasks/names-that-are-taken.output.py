import asyncio

background_tasks_2 = set()


background_tasks = []


async def main(task):
    task_2 = asyncio.create_task(task())
    background_tasks_2.add(task_2)
    task_2.add_done_callback(background_tasks_2.discard)
    await asyncio.sleep(0.01)
