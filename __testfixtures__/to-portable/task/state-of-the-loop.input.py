import asyncio


async def main():
    for task in asyncio.all_tasks():
        if task is not asyncio.current_task():
            task.cancel()
    print("alone")


asyncio.run(main())
