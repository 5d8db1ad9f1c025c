import asyncio


async def work(number):
    await asyncio.sleep(0.001 * number)
    if number == 2:
        raise ValueError(number)
    return number


try:
    async with asyncio.timeout(5), asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(number)) for number in range(3)]
except* ValueError as errors:
    print(errors.exceptions)
print([task.done() for task in tasks])
