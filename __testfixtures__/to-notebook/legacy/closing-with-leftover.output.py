import asyncio


async def work(number):
    await asyncio.sleep(0)
    return number * number


loop = asyncio.get_running_loop()
tasks = [loop.create_task(work(number)) for number in range(3)]
done, _ = await asyncio.wait(tasks)
print(sorted(task.result() for task in done))
