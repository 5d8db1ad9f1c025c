import asyncio

background_tasks = []


async def main(task):
    asyncio.create_task(task())
    await asyncio.sleep(0.01)
