import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * 2


loop = asyncio.get_event_loop()
task = loop.create_task(work(2))
loop.run_until_complete(task)
print(task.result())
loop.close()
